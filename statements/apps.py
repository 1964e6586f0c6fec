from django.apps import AppConfig
from django.utils.translation import gettext_lazy

from statements.labels import FIELDS, RECORDS


class StatementsConfig(AppConfig):
    name = "statements"
    verbose_name = gettext_lazy("Archive")

    def ready(self) -> None:
        """Give records and fields their names in the reader's language."""
        for model in self.get_models(include_auto_created=True):
            meta = model._meta
            meta.verbose_name = RECORDS.get(meta.verbose_name, meta.verbose_name)
            meta.verbose_name_plural = RECORDS.get(meta.verbose_name_plural, meta.verbose_name_plural)
            for field in (*meta.fields, *meta.many_to_many):
                field.verbose_name = FIELDS.get(field.verbose_name, field.verbose_name)
