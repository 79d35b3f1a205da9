"""Widgets of the program: nothing here knows a kind of record.

Words given to a widget may be marked messages; they are translated when the widget is made (pages are made again when
the language changes). Colours are token names (`text2`, `link`, `tone:danger`), so a change of theme is a repaint.

`tokens`       colours, sizes, `current()`, `tone(name)`, `contrast()`
`theme`        `apply(app, "light" | "dark" | "system", density)`, `row_height()`, `THEMES`, `DENSITIES`
`fonts`        `font(px, strong, italic)`, `width(text, px, strong)`
`icons`        `icon(name, colour)` as QIcon, `draw(painter, name, rect, colour)`; names are files of resources/icons
`paint`        primitives for painted things: `text`, `box`, `hline`, `badge`, `avatar`, `check`, `focus_ring`, …
`layouts`      `row`, `col` (None stretches, ints are gaps, (thing, n) stretches n), `frame(role)`, `box`, `scroll`,
               `rule`, `label`, `button(text, kind, icon, tip, clicked, menu)`, `tool(icon, tip)`,
               `set_words`, `set_tone`
`badges`       `Badge`, `Avatar`, `Icon`, `Kbd`, `CountDot`, `Chip` (`clicked`, `removed`)
`controls`     `Tab`/`Tabs`, `Stages`, `SegmentedToggle`, `SearchField` (`searched`), `Option`
`field`        `Field(name, editor, required, help)`: `set_fault`, `set_warning`, `set_help`, `clear`, `state`
`message_bar`  `MessageBar(text, tone, action, undo, seconds)`: `acted`, `closed`
`timeline`     `TimelineItem`, `Timeline.set_items`, `opened(data)`
`empty`        `EmptyState(icon, title, text, buttons)`, `Skeleton`
`grid`         `GridColumn(painter, width, align, stretch, rank, check)`;
               `Grid`: `set_columns`, `opened`, `chosen_rows`, `all_matching`
`header`       `Header`: the grid's head (`grid.head`), `check_clicked`
`delegates`    `RAW` role, `CellState`, `RowDelegate`, `Painter`
`painters`     `text()`, `number()`/`money`/`percent`, `date()`, `badge(tones)`, `tags()`, `person`, `organization`,
               `link`, `check`, `flag`, `icon(names)`, `progress()`
`dialogs`      `Sheet`, `Choice`, `choose`, `confirm`, `inform`, `question`
`rows`         `Suggestion`, `SuggestionList`, `match_spans(text, query)`
`popup`        `SuggestionPopup(line_edit)`: `show_rows(suggestions, query)`, `chosen(data)`
"""
