### 표지 위의 글 옮기기.

move-now = { $block } 위치: { $place } · 크기: { $size }
move-how = 화살표를 누르면 아홉 자리 가운데 하나로 갑니다. ▴ ▾ ◂ ▸는 조금씩 옮기고, A−와 A+는 크기를 바꿉니다. 누를 때마다 새 판이 생기며 되돌릴 수 있습니다.
move-at-edge = 글이 이미 가장자리에 있어 그쪽으로는 더 옮길 수 없습니다.
move-busy = 잠시만요. 조금 전에 누르신 것을 아직 하고 있습니다.
move-undo = 되돌리기
move-done = 완료
undone = 되돌림: { $deed }
redone = 다시 실행: { $deed }
target-which = 어느 글인가요?
target-all = 모든 글
