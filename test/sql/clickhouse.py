"""Runs statements on ClickHouse, the whole engine in this process.

Reads one JSON request a line and answers with one JSON line:
  {"load": [{"name", "columns": [{"name", "type"}], "path"}]}   tables out of files of JSON lines
  {"sql": "..."}                                                 the rows of a statement
"""

import json
import os
import sys

from chdb import session

answers = os.fdopen(os.dup(1), "w", buffering=1)
# Whatever else is printed is no answer.
os.dup2(2, 1)

TYPES = {"TEXT": "String", "BOOLEAN": "Bool", "DATE": "Date32"}

engine = session.Session()
# Whole numbers as numbers, so that a type that is none is seen.
engine.query("SET output_format_json_quote_64bit_integers = 0")


def quoted(name):
    return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`"


def load(tables):
    for table in tables:
        name, columns = quoted(table["name"]), table["columns"]
        types = [f"Nullable({TYPES.get(one['type'], one['type'])})" for one in columns]
        listed = [quoted(one["name"]) for one in columns]
        typed = ", ".join(f"{one} {kind}" for one, kind in zip(listed, types))
        read = ", ".join(f"{one} Nullable(String)" for one in listed)
        cast = ", ".join(f"CAST({one} AS {kind})" for one, kind in zip(listed, types))
        engine.query(f"DROP TABLE IF EXISTS {name}")
        engine.query(f"CREATE TABLE {name} ({typed}) ENGINE = Memory")
        if os.path.getsize(table["path"]) > 0:
            rows_read = f"file('{table['path']}', JSONEachRow, '{read}')"
            engine.query(f"INSERT INTO {name} SELECT {cast} FROM {rows_read}")


def rows(sql):
    text = str(engine.query(sql, "JSONCompact"))
    if text == "":
        return []
    found = json.loads(text)
    names = [one["name"] for one in found["meta"]]
    return [dict(zip(names, row)) for row in found["data"]]


print(json.dumps({"version": rows("SELECT version() AS v")[0]["v"]}), file=answers)
for line in sys.stdin:
    request = json.loads(line)
    answer = {}
    try:
        if "load" in request:
            load(request["load"])
        else:
            answer = {"rows": rows(request["sql"])}
    except Exception as error:  # what the engine says is for the test to judge
        answer = {"error": str(error)[:4000]}
    print(json.dumps(answer, ensure_ascii=False), file=answers)
