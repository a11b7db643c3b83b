"""Runs SQL statements on Spark as a plan says: inputs become views, each statement a view for those after it, and some
views are written. It knows nothing of what the statements are about.

  run_sql.py --plan <address of a JSON file> --values '{"day": "2026-11-21"}'

The plan:
  inputs      [{view, format: parquet | json | text, paths, columns?}]; of text the one column is `line`
  random      names that stand for a random value of this run, which is written nowhere
  statements  [{view, sql}]
  outputs     [{view, path, files}]: Parquet, in the place of what stands there

`{{name}}` in addresses and statements is a value. Values are letters, digits and -_./: so that none can be SQL.
"""

import argparse
import json
import re
import secrets

from pyspark.sql import SparkSession
from pyspark.sql.types import StringType, StructField, StructType

VALUE = re.compile(r"^[A-Za-z0-9\-_./:]*$")


def filled(text, values):
    """The text with its values. Raises where one is missing."""
    for name, value in values.items():
        text = text.replace("{{" + name + "}}", value)
    missing = re.search(r"\{\{(\w+)\}\}", text)
    if missing:
        raise ValueError(f"Give a value for {missing.group(1)}. Received: {', '.join(values) or 'none'}")
    return text


def existing(spark, paths):
    """Of some folders and patterns those that hold something."""
    found = []
    for path in paths:
        address = spark._jvm.org.apache.hadoop.fs.Path(path)
        system = address.getFileSystem(spark._jsc.hadoopConfiguration())
        if system.globStatus(address):
            found.append(path)
    return found


def read(spark, source, values):
    """An input as a frame; one without rows where nothing stands there."""
    columns = source.get("columns")
    schema = StructType([StructField(name, StringType()) for name in columns]) if columns else None
    paths = existing(spark, [filled(path, values) for path in source["paths"]])
    if not paths:
        return spark.createDataFrame([], schema or StructType([StructField("line", StringType())]))
    if source["format"] == "text":
        return spark.read.text(paths).toDF("line")
    # Folders of hours are no columns.
    reader = spark.read.option("recursiveFileLookup", "true")
    return (reader.schema(schema) if schema else reader).format(source["format"]).load(paths)


def run(spark, plan, values):
    """Everything that the plan says."""
    values = {**values, **{name: secrets.token_hex(16) for name in plan.get("random", [])}}
    for name, value in values.items():
        if not VALUE.match(value):
            raise ValueError(f"The value of {name} has other characters than letters, digits and -_./:")
    for source in plan["inputs"]:
        read(spark, source, values).createOrReplaceTempView(source["view"])
    for statement in plan["statements"]:
        spark.sql(filled(statement["sql"], values)).createOrReplaceTempView(statement["view"])
    for output in plan["outputs"]:
        frame = spark.table(output["view"]).coalesce(output["files"])
        frame.write.mode("overwrite").parquet(filled(output["path"], values))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--plan", required=True)
    parser.add_argument("--values", required=True)
    # Glue adds arguments of its own.
    asked, _ = parser.parse_known_args()
    # A number that is none, or a sum that does not fit, ends the run instead of becoming nothing.
    spark = SparkSession.builder.config("spark.sql.ansi.enabled", "true").getOrCreate()
    text = spark.read.option("wholetext", "true").text(asked.plan).first()[0]
    run(spark, json.loads(text), json.loads(asked.values))


if __name__ == "__main__":
    main()
