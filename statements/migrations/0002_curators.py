"""The group "curators", with what reviewing and correcting an archive takes and no more."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "curators"

# Every record may be seen but those of people, who are the administrators' alone.
SEEN = (
    "original", "importrun", "importoutcome", "edit",
    "article", "block", "statement", "statementpart", "attribution",
    "country", "countryname", "speaker", "variantname", "office", "publisher",
)  # fmt: skip
# What imports made is corrected, and stays: nobody adds an article by hand or deletes a statement.
CHANGED = ("article", "block", "statement", "attribution")
ADDED = ("country", "speaker", "publisher")
# A wrong name or office may go; `curation` logs all of them before and after.
REMOVED = ("countryname", "variantname", "office")

MAY = {
    "view": SEEN,
    "change": CHANGED + ADDED + REMOVED,
    "add": ADDED + REMOVED,
    "delete": REMOVED,
}


def create_group(apps, schema_editor):
    using = schema_editor.connection.alias
    create_our_permissions(apps, using)
    codenames = [f"{verb}_{model}" for verb, models in MAY.items() for model in models]
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    group, _ = apps.get_model("auth", "Group").objects.using(using).get_or_create(name=GROUP)
    group.permissions.set(
        permissions.filter(content_type__app_label="statements", codename__in=codenames)
    )


def create_our_permissions(apps, using):
    """Django makes them when all migrations are done; a fresh database has none yet."""
    config = apps.get_app_config("statements")
    config.models_module = True  # or an app as migrations know it counts as one without models
    create_permissions(config, verbosity=0, using=using, apps=apps)
    config.models_module = None


def delete_group(apps, schema_editor):
    using = schema_editor.connection.alias
    apps.get_model("auth", "Group").objects.using(using).filter(name=GROUP).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("statements", "0001_archive_schema"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(create_group, delete_group)]
