### 데이터베이스.

help-db = 데이터베이스의 표가 어느 단계에 있는지 보거나(status) 최신으로 맞춥니다(upgrade). SQLite는 저절로 맞춰집니다. PostgreSQL 서버는 처음 시작하기 전과 ArtiCover를 업데이트한 뒤에 “articover db upgrade”를 한 번 실행해 주세요. 어느 데이터베이스인지는 ARTICOVER_DATABASE_URL로 정합니다.
help-db-short = 데이터베이스를 살핍니다.
db-empty = 데이터베이스 { $place }에 아직 표가 없습니다. “articover db upgrade”로 만들 수 있습니다.
db-behind = { $place }의 표는 이전 ArtiCover가 만든 { $step }단계에 있습니다. “articover db upgrade”로 최신으로 맞춰 주세요.
db-current = { $place }의 표는 최신입니다({ $step }단계).
db-ahead = { $place }의 표는 더 새로운 ArtiCover가 만든 { $step }단계에 있습니다. 그 버전을 사용해 주세요.
db-upgraded = { $place }의 표를 최신으로 맞췄습니다({ $step }단계).
doctor-sqlite = SQLite { $version }
doctor-sqlite-old = SQLite { $version }: { $mended } 이전 버전은 여러 프로세스가 함께 쓸 때 아주 드물게 데이터베이스를 망가뜨릴 수 있습니다
doctor-remedy-sqlite = 데이터베이스의 사본을 보관해 주세요. SQLite가 더 새로운 파이썬이나 PostgreSQL 서버는 안전합니다.
