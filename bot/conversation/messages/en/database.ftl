### The database.

help-db = Look how far the tables of the database are (status), or bring them up to date (upgrade). With SQLite they are brought up to date by themselves; for a PostgreSQL server, run “articover db upgrade” once before the first start and after every update of ArtiCover. ARTICOVER_DATABASE_URL says which database is meant.
help-db-short = Look after the database.
db-empty = The database { $place } has no tables yet. “articover db upgrade” makes them.
db-behind = The tables of { $place } are at step { $step }, which an older ArtiCover made. “articover db upgrade” brings them up to date.
db-current = The tables of { $place } are up to date (step { $step }).
db-ahead = The tables of { $place } are at step { $step }, which a newer ArtiCover made. Please use that one.
db-upgraded = The tables of { $place } were brought up to date (step { $step }).
doctor-sqlite = SQLite { $version }
doctor-sqlite-old = SQLite { $version }: versions before { $mended } may, very rarely, damage a database while several processes write
doctor-remedy-sqlite = Please keep copies of the database; a Python with a newer SQLite, or a PostgreSQL server, is safe.
