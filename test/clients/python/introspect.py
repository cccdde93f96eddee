"""Reads the mart as tools built on SQLAlchemy do: prints its tables, keys and comments, and one answer, as JSON.

Usage: introspect.py URL
"""

import json
import sys

import sqlalchemy


def described(inspector, table):
    columns = inspector.get_columns(table, schema="imr")
    return {
        "comment": inspector.get_table_comment(table, schema="imr")["text"],
        "columns": {column["name"]: [str(column["type"]), column["comment"]] for column in columns},
        "primaryKey": inspector.get_pk_constraint(table, schema="imr")["constrained_columns"],
        "foreignKeys": sorted(
            [key["constrained_columns"][0], key["referred_table"], key["referred_columns"][0]]
            for key in inspector.get_foreign_keys(table, schema="imr")
        ),
    }


def main(url):
    engine = sqlalchemy.create_engine(url.replace("postgres://", "postgresql+psycopg2://"))
    inspector = sqlalchemy.inspect(engine)
    with engine.connect() as connection:
        answer = connection.execute(
            sqlalchemy.text("SELECT avg(is_upheld) AS rate, count(*) AS findings FROM imr.fact_finding")
        ).one()
    print(
        json.dumps(
            {
                "tables": {table: described(inspector, table) for table in inspector.get_table_names(schema="imr")},
                "views": sorted(inspector.get_view_names(schema="imr")),
                "answer": {"rate": float(answer.rate), "findings": answer.findings},
            }
        )
    )


main(sys.argv[1])
