# awk -v name=F -v text=SQL -f call.awk: the call of function F in the SQL
# text, up to its closing parenthesis.
BEGIN {
  start = index(text, name "(")
  for (at = start; start > 0 && at <= length(text); at++) {
    c = substr(text, at, 1)
    if (c == "\047") quoted = !quoted
    if (!quoted && c == "(") depth++
    if (!quoted && c == ")" && --depth == 0) {
      print substr(text, start, at - start + 1)
      exit
    }
  }
}
