# tcl.tcl LIBRARY STATEMENTS
package require sqlite3

lassign $argv library statements
fconfigure stdout -encoding utf-8
sqlite3 db :memory:
db enable_load_extension 1
db eval {SELECT load_extension($library)}
set lines [open $statements]
fconfigure $lines -encoding utf-8
while {[gets $lines line] >= 0} {
  if {[catch {db eval $line row {
    puts $row([lindex $row(*) 0])
    break
  }} message]} {
    puts stderr $message
    puts error
  }
}
