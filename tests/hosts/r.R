# r.R LIBRARY STATEMENTS
arguments <- commandArgs(trailingOnly = TRUE)
db <- DBI::dbConnect(RSQLite::SQLite(), ":memory:", loadable.extensions = TRUE)
invisible(DBI::dbGetQuery(db, "SELECT load_extension(?)",
  params = list(arguments[1])))
for (line in readLines(arguments[2], encoding = "UTF-8")) {
  tryCatch({
    if (startsWith(line, "SELECT")) {
      writeLines(as.character(DBI::dbGetQuery(db, line)[[1]][1]))
    } else {
      DBI::dbExecute(db, line)
    }
  }, error = function(failure) {
    message(conditionMessage(failure))
    writeLines("error")
  })
}
