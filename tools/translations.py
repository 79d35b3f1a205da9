"""The Qt Linguist catalogues in `resources/i18n`, kept in step with the `mark()` calls in the code.

    python -m tools.translations update [FOLDER...]   rewrite the catalogues from the code, keeping translations
    python -m tools.translations check                fail on drift, missing translations, wrong placeholders
    python -m tools.translations missing [FOLDER...]  print what has no translation, as JSON for `fill`
    python -m tools.translations fill FILE.json       take translations from {context: {source: text}} or {source: text}

One catalogue a package folder (`desktop_crm/views/shell` -> `views_shell_vi.ts`). The marks are read from the syntax
tree: exact, and a text that is not a literal is an error here instead of a hole in the catalogue. `qt_vi.ts` holds
Qt's own texts; it is kept by hand and left alone.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any, TypeGuard
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop_crm"
CATALOGUES = ROOT / "resources" / "i18n"
LANGUAGE = "vi"
HAND_KEPT = {f"qt_{LANGUAGE}.ts"}

Key = tuple[str, str]
"""Context and English source of a text."""


class BadMark(Exception):
    """A `mark()` call that no tool can read, or a file that does not parse."""


def catalogue_path(folder: Path) -> Path:
    """The catalogue of one package folder."""
    parts = folder.relative_to(PACKAGE).parts or ("desktop_crm",)
    return CATALOGUES / f"{'_'.join(parts)}_{LANGUAGE}.ts"


def folders(names: Iterable[str] = ()) -> list[Path]:
    """Package folders that mark texts; `names` ("models", "views/shell", "views_shell") narrows them."""
    wanted = {name.strip("/").replace("/", "_") for name in names}
    every = sorted({path.parent for path in PACKAGE.rglob("*.py") if "mark(" in path.read_text("utf-8")})
    return [f for f in every if not wanted or catalogue_path(f).stem.removesuffix(f"_{LANGUAGE}") in wanted]


def marks(folder: Path) -> list[Key]:
    """Every marked text of the files right in `folder`: contexts by name, texts in the order of the code."""
    found: dict[Key, None] = {}
    for path in sorted(folder.glob("*.py")):
        found.update(dict.fromkeys(_marks_of(path)))
    return sorted(found, key=lambda key: key[0])


def _marks_of(path: Path) -> Iterator[Key]:
    where = path.relative_to(ROOT)
    try:
        tree = ast.parse(path.read_text("utf-8"))
    except SyntaxError as error:
        raise BadMark(f"{where}:{error.lineno}: {error.msg}") from error
    calls = [node for node in ast.walk(tree) if _is_mark(node)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        yield _key(call, f"{where}:{call.lineno}")


def _is_mark(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "mark"


def _key(call: ast.Call, where: str) -> Key:
    texts = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    if len(texts) != 2 or len(call.args) != 2 or call.keywords:
        raise BadMark(f"{where}: mark() takes two literal texts")
    return texts[0], texts[1]


def read(path: Path) -> dict[Key, str]:
    """The translations of one catalogue, '' for a missing one; empty when there is no file."""
    if not path.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation") or ""
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def render(keys: Iterable[Key], words: Mapping[Key, str]) -> str:
    """The text of a catalogue as Qt Linguist writes it, without locations."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{LANGUAGE}" sourcelanguage="en">')
    contexts: dict[str, list[str]] = {}
    for context, source in keys:
        contexts.setdefault(context, []).append(source)
    for context, sources in contexts.items():
        lines += ["<context>", f"    <name>{_xml(context)}</name>"]
        for source in sources:
            lines += _message(source, words.get((context, source), ""))
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message(source: str, words: str) -> list[str]:
    state = "" if words else ' type="unfinished"'
    return [
        "    <message>",
        f"        <source>{_xml(source)}</source>",
        f"        <translation{state}>{_xml(words)}</translation>",
        "    </message>",
    ]


def _xml(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def update(folder: Path, new: Mapping[Key, str] | None = None) -> bool:
    """Bring one folder's catalogue up to date, with `new` translations over the old; True when it changed."""
    path = catalogue_path(folder)
    keys = marks(folder)
    text = render(keys, {**read(path), **(new or {})}) if keys else ""
    if not keys or (path.exists() and path.read_text("utf-8") == text):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(text, "utf-8", newline="\n")
    beside.replace(path)
    return True


def placeholders(text: str) -> set[str]:
    """The names in braces of a text; a text with loose braces has none."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def faults() -> Iterator[str]:
    """Everything wrong with the catalogues, a line each."""
    known: dict[Key, str] = {}
    paths = {name: CATALOGUES / name for name in HAND_KEPT}
    for folder in folders():
        path = catalogue_path(folder)
        paths[path.name] = path
        try:
            yield from _faults_of(folder, path, known)
        except BadMark as error:
            yield str(error)
    for path in sorted(CATALOGUES.glob(f"*_{LANGUAGE}.ts")):
        if path.name not in paths:
            yield f"{path.name}: no folder marks these texts; delete it"


def _faults_of(folder: Path, path: Path, known: dict[Key, str]) -> Iterator[str]:
    keys, words = marks(folder), read(path)
    if keys and (not path.exists() or path.read_text("utf-8") != render(keys, words)):
        yield f"{path.name}: out of step with the code; run python -m tools.translations update"
    for key in keys:
        context, source = key
        text = words.get(key, "")
        if not text:
            yield f"{path.name}: {context}: {source!r} is not translated"
        elif placeholders(text) != placeholders(source):
            yield f"{path.name}: {context}: {source!r} and {text!r} differ in placeholders"
        elif known.setdefault(key, text) != text:
            yield f"{path.name}: {context}: {source!r} is translated differently in another catalogue"


def fill(source: Mapping[str, Any]) -> tuple[int, list[str]]:
    """Write translations from a mapping; how many texts got them, and the sources no code marks."""
    nested = {(c, s): text for c, texts in source.items() if isinstance(texts, dict) for s, text in texts.items()}
    flat = {s: text for s, text in source.items() if isinstance(text, str)}
    used: set[Key | str] = set()
    count = 0
    for folder in folders():
        new: dict[Key, str] = {}
        for key in _readable(folder):
            given: Key | str = key if key in nested else key[1]
            text = nested.get(key) or flat.get(key[1])
            if text:
                used.add(given)
                new[key] = text
        if new:
            update(folder, new)
        count += len(new)
    return count, [str(key) for key in [*nested, *flat] if key not in used]


def _readable(folder: Path) -> list[Key]:
    try:
        return marks(folder)
    except BadMark as error:
        print(error, file=sys.stderr)
        return []


def _update(names: list[str]) -> int:
    failed = False
    for folder in folders(names):
        try:
            if update(folder):
                print(f"{catalogue_path(folder).name} written")
        except BadMark as error:
            failed = True
            print(error, file=sys.stderr)
    return int(failed)


def _check() -> int:
    found = list(faults())
    for line in found:
        print(line, file=sys.stderr)
    return int(bool(found))


def _missing(names: list[str]) -> int:
    result: dict[str, dict[str, str]] = {}
    for folder in folders(names):
        words = read(catalogue_path(folder))
        for context, source in _readable(folder):
            if not words.get((context, source)):
                result.setdefault(context, {})[source] = ""
    print(json.dumps(result, ensure_ascii=False, indent=1))
    return 0


def _fill(file: Path) -> int:
    count, unknown = fill(json.loads(file.read_text("utf-8")))
    print(f"{count} texts translated")
    for source in unknown:
        print(f"not in the code: {source}", file=sys.stderr)
    return int(bool(unknown))


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(prog="python -m tools.translations", description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("update", "missing"):
        commands.add_parser(name).add_argument("folders", nargs="*", metavar="FOLDER")
    commands.add_parser("check")
    commands.add_parser("fill").add_argument("file", type=Path)
    given = parser.parse_args(arguments)
    match given.command:
        case "update":
            return _update(given.folders)
        case "missing":
            return _missing(given.folders)
        case "fill":
            return _fill(given.file)
    return _check()


if __name__ == "__main__":
    sys.exit(main())
