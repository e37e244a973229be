// main LIBRARY STATEMENTS
package main

import (
	"bufio"
	"database/sql"
	"fmt"
	"log"
	"os"

	"github.com/mattn/go-sqlite3"
)

func main() {
	sql.Register("sqlite3_ftext", &sqlite3.SQLiteDriver{
		Extensions: []string{os.Args[1]},
	})
	db, err := sql.Open("sqlite3_ftext", ":memory:")
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(1) // another one would be another database
	lines, err := os.Open(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	scanner := bufio.NewScanner(lines)
	for scanner.Scan() {
		var value string
		switch err := db.QueryRow(scanner.Text()).Scan(&value); err {
		case nil:
			fmt.Println(value)
		case sql.ErrNoRows:
		default:
			log.Print(err)
			fmt.Println("error")
		}
	}
	if err := scanner.Err(); err != nil {
		log.Fatal(err)
	}
}
