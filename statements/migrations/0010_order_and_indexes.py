"""Rows that hang on another go by its number, not by its own order, which took a join and a sort
on every page; and the indexes without which a list of the admin reads a whole table."""

from django.db import migrations, models

from statements import triggers

ORDER = {
    "attribution": ["statement_id", "order"],
    "block": ["article_id", "start"],
    "countryname": ["country_id", "use", "text"],
    "importoutcome": ["-run_id", "id"],
    "office": ["speaker_id", "start", "title"],
    "sourceerror": ["statement_id", "start", "id"],
    "statementpart": ["statement_id", "order"],
    "variantname": ["speaker_id", "text"],
}
INDEXES = [
    (
        "statement",
        models.Index(fields=["review_state", "-article", "start", "id"], name="statement_to_review"),
    ),
    ("statement", models.Index(fields=["act", "-said_sort", "-id"], name="statement_by_act")),
    ("edit", models.Index(fields=["record", "-id"], name="edit_by_record")),
    ("article", models.Index(fields=["title"], name="article_title")),
    (
        "article",
        models.Index(fields=["-id"], name="article_superseded", condition=models.Q(superseded=True)),
    ),
]


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0009_source_errors"),
    ]

    operations = [
        migrations.RunPython(triggers.drop_triggers, triggers.create_triggers),
        *(
            migrations.AlterModelOptions(name=name, options={"ordering": ordering})
            for name, ordering in ORDER.items()
        ),
        migrations.RemoveIndex(model_name="statement", name="statement_to_review"),
        *(migrations.AddIndex(model_name=name, index=index) for name, index in INDEXES),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
    ]
