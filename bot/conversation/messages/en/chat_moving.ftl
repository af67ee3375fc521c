### Moving a text about on the cover.

move-now = { $block }: now { $place }, size { $size }
move-how = Arrows put the text in one of nine places. ▴ ▾ ◂ ▸ nudge it a little, A− and A+ change its size. Every step is a version, and Undo goes back.
move-at-edge = The text stands at the edge already and would leave the cover there.
move-busy = One moment, please: your last step is still being made.
move-undo = Undo
move-done = Done
undone = Undone: { $deed }
redone = Done again: { $deed }
target-which = Which text?
target-all = all texts
