"""Runs statements on Apache Spark: a driver and two executors, each a process of its own.

Reads one JSON request a line and answers with one JSON line:
  {"load": [{"name", "columns": [{"name", "type"}], "path"}]}   tables out of files of JSON lines
  {"sql": "..."}                                                 the rows of a statement
  {"sql": "...", "kill": true}                                   the same, while an executor is killed
  {"shards": n, "table": "...", "column": "..."}                 views of a table, one for each Spark partition
  {"set": {"name": "value"}}                                     settings of the session
"""

import json
import os
import signal
import sys
import threading
import time

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

answers = os.fdopen(os.dup(1), "w", buffering=1)
# Whatever else is printed is no answer.
os.dup2(2, 1)

spark = (
    SparkSession.builder.master("local-cluster[2,1,1024]")
    .appName("evenhand")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "4")
    # Statements of a few rows: compiling them costs more than running them.
    .config("spark.sql.codegen.wholeStage", "false")
    .config("spark.sql.adaptive.coalescePartitions.enabled", "false")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")


def quoted(name):
    return "`" + name.replace("`", "``") + "`"


def load(tables):
    for table in tables:
        columns = table["columns"]
        schema = ", ".join(f"{quoted(one['name'])} STRING" for one in columns)
        cast = [
            f"CAST({quoted(one['name'])} AS {'STRING' if one['type'] == 'TEXT' else one['type']}) AS {quoted(one['name'])}"
            for one in columns
        ]
        frame = spark.read.schema(schema).json(table["path"]).selectExpr(*cast)
        frame.createOrReplaceTempView(table["name"])


def executors():
    """The processes of the executors: children of the driver's Java."""
    found = []
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/cmdline", "rb") as file:
                words = file.read().split(b"\0")
            with open(f"/proc/{name}/environ", "rb") as file:
                environment = file.read()
        except OSError:
            continue
        if b"org.apache.spark.executor.CoarseGrainedExecutorBackend" in words and mark in environment:
            found.append(int(name))
    return found


mark = f"EVENHAND_SPARK_TEST={os.environ['EVENHAND_SPARK_TEST']}".encode()


def kill_one(killed):
    """Waits until a stage is at work, then ends one executor as a power cut would."""
    tracker = spark.sparkContext.statusTracker()
    for _ in range(2000):
        if any(tracker.getStageInfo(stage).numActiveTasks > 0 for stage in tracker.getActiveStageIds() if tracker.getStageInfo(stage)):
            one = executors()[0]
            os.kill(one, signal.SIGKILL)
            killed.append(one)
            return
        time.sleep(0.005)


def rows(sql, kill):
    killed = []
    if kill:
        threading.Thread(target=kill_one, args=(killed,), daemon=True).start()
    found = [row.asDict() for row in spark.sql(sql).collect()]
    return {"rows": found, "killed": len(killed)}


def shards(count, table, column):
    """Views `<table>_0`, `<table>_1`, ...: the rows that lie in one partition each."""
    parts = spark.table(table).repartition(count, f.col(quoted(column)))
    named = parts.withColumn("shard", f.spark_partition_id()).cache()
    named.count()
    for shard in range(count):
        named.filter(f.col("shard") == shard).drop("shard").createOrReplaceTempView(f"{table}_{shard}")


print(json.dumps({"version": spark.version, "executors": len(executors())}), file=answers)
for line in sys.stdin:
    request = json.loads(line)
    answer = {}
    try:
        if "load" in request:
            load(request["load"])
        elif "shards" in request:
            shards(request["shards"], request["table"], request["column"])
        elif "set" in request:
            for name, value in request["set"].items():
                spark.conf.set(name, value)
        else:
            answer = rows(request["sql"], request.get("kill", False))
    except Exception as error:  # what Spark says is for the test to judge
        answer = {"error": str(error)[:4000]}
    print(json.dumps(answer, ensure_ascii=False), file=answers)
spark.stop()
