"""What staff do: verbs over a unit of work. A verb never commits; whoever opened the unit of work does."""
