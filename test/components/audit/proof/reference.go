// Checks what this project makes by the reference code of transparency logs (golang.org/x/mod/sumdb). Reads one JSON
// document from standard input and writes what it found.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type input struct {
	Bodies    []string          `json:"bodies"`
	Notes     []string          `json:"notes"`
	Verifier  string            `json:"verifier"`
	Tiles     map[string]string `json:"tiles"`
	Inclusion []struct {
		Index int64
		Proof []string
	} `json:"inclusion"`
	Consistency []struct {
		Size  int64
		Root  string
		Proof []string
	} `json:"consistency"`
}

func main() {
	var given input
	must(json.NewDecoder(os.Stdin).Decode(&given))
	size := int64(len(given.Bodies))

	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	for index, body := range given.Bodies {
		hashes, err := tlog.StoredHashes(int64(index), []byte(body), reader)
		must(err)
		stored = append(stored, hashes...)
	}
	root, err := tlog.TreeHash(size, reader)
	must(err)

	// Older versions name every width that a tile had on its way; the last is the widest.
	widest := map[[2]int64]tlog.Tile{}
	for _, tile := range tlog.NewTiles(8, 0, size) {
		widest[[2]int64{int64(tile.L), tile.N}] = tile
	}
	for _, tile := range widest {
		data, err := tlog.ReadTileData(tile, reader)
		must(err)
		// The reference writes the height of its tiles too, which is always 8 here.
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		if given.Tiles[path] != base64.StdEncoding.EncodeToString(data) {
			must(fmt.Errorf("tile %s differs", path))
		}
	}

	proven := 0
	for _, one := range given.Inclusion {
		leaf := tlog.RecordHash([]byte(given.Bodies[one.Index]))
		must(tlog.CheckRecord(hashes(one.Proof), size, root, one.Index, leaf))
		proven++
	}
	continued := 0
	for _, one := range given.Consistency {
		must(tlog.CheckTree(hashes(one.Proof), size, root, one.Size, hash(one.Root)))
		continued++
	}

	var opened []string
	verifier, err := note.NewVerifier(given.Verifier)
	must(err)
	for _, text := range given.Notes {
		signed, err := note.Open([]byte(text), note.VerifierList(verifier))
		if err != nil {
			opened = append(opened, err.Error())
			continue
		}
		lines := strings.Split(signed.Text, "\n")
		matches := lines[1] == strconv.FormatInt(size, 10) && lines[2] == root.String()
		opened = append(opened, fmt.Sprintf("%s %t", lines[0], matches))
	}
	must(json.NewEncoder(os.Stdout).Encode(map[string]any{
		"tiles": len(widest), "inclusion": proven, "consistency": continued, "notes": opened,
	}))
}

func hashes(texts []string) []tlog.Hash {
	var all []tlog.Hash
	for _, text := range texts {
		all = append(all, hash(text))
	}
	return all
}

func hash(text string) tlog.Hash {
	parsed, err := tlog.ParseHash(text)
	must(err)
	return parsed
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
