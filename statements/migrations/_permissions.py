"""Steps that let the group of curators do more."""

from django.contrib.auth.management import create_permissions


def let_curators(*codenames):
    """A migration step: give the curators' group these permissions of ours."""

    def step(apps, schema_editor):
        using = schema_editor.connection.alias
        config = apps.get_app_config("statements")
        config.models_module = True  # or an app as migrations know it counts as one without models
        create_permissions(config, verbosity=0, using=using, apps=apps)
        config.models_module = None
        known = apps.get_model("auth", "Permission").objects.using(using)
        group, _ = apps.get_model("auth", "Group").objects.using(using).get_or_create(name="curators")
        group.permissions.add(*known.filter(content_type__app_label="statements", codename__in=codenames))

    return step
