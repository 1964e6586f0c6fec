"""All tables, the search index of each engine, and the triggers that keep words verbatim."""

import datetime
import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import statements.models.article
from django.conf import settings
from django.db import migrations, models

from statements import triggers
from statements.migrations._search_index import WORDS_ALONE


def create_search_index(apps, schema_editor):
    schema_editor.execute(WORDS_ALONE[schema_editor.connection.vendor], params=None)


def drop_search_index(apps, schema_editor):
    what = "TABLE" if schema_editor.connection.vendor == "sqlite" else "INDEX"
    schema_editor.execute(f"DROP {what} IF EXISTS statements_search", params=None)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_at', models.DateTimeField(auto_now_add=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('command', models.CharField(blank=True, max_length=2000)),
                ('pipeline_version', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['-started_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Country',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(help_text='ISO 3166-1 alpha-2 where there is one.', max_length=8, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('state', 'State'), ('organisation', 'international organisation'), ('territory', 'Territory'), ('historical', 'historical state')], default='state', max_length=16)),
                ('adjective', models.CharField(blank=True, max_length=120)),
                ('source', models.CharField(default='unverified', max_length=200)),
            ],
            options={
                'verbose_name_plural': 'countries',
                'ordering': ['name', 'code'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['state', 'organisation', 'territory', 'historical'])), name='country_kind_known'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='country_name_not_blank'), models.CheckConstraint(condition=models.Q(('code__regex', '^[A-Z0-9]{2,8}$')), name='country_code_upper_case')],
            },
        ),
        migrations.CreateModel(
            name='Original',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('media_type', models.CharField(max_length=100)),
                ('size', models.PositiveBigIntegerField(help_text='In bytes.')),
                ('location', models.CharField(blank=True, help_text='Where it was first read from.', max_length=1000)),
                ('kept_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-kept_at', '-id'],
                'indexes': [models.Index(fields=['location'], name='original_location')],
                'constraints': [models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='original_sha256_is_sha256'), models.CheckConstraint(condition=models.Q(('media_type', ''), _negated=True), name='original_media_type_not_blank')],
            },
        ),
        migrations.CreateModel(
            name='Publisher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(db_index=False, max_length=120, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('kind', models.CharField(choices=[('outlet', 'Outlet'), ('agency', 'news agency'), ('official', 'official publisher')], default='outlet', max_length=16)),
                ('names', models.JSONField(blank=True, default=list, help_text='Other names, as a JSON list.')),
                ('domains', models.JSONField(blank=True, default=list, help_text='Its web domains, as a JSON list.')),
                ('source', models.CharField(default='unverified', max_length=200)),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='publishers', to='statements.country')),
            ],
            options={
                'ordering': ['name', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(max_length=16, unique=True)),
                ('title', models.CharField(blank=True, max_length=500)),
                ('byline', models.CharField(blank=True, max_length=300)),
                ('address', models.CharField(blank=True, help_text='Where the publisher printed it.', max_length=2000, validators=[statements.models.article.fits_an_index])),
                ('language', models.CharField(blank=True, help_text='BCP 47 tag.', max_length=35)),
                ('published', models.DateField(blank=True, null=True)),
                ('published_precision', models.CharField(blank=True, choices=[('day', 'Day'), ('month', 'Month'), ('year', 'Year')], max_length=8)),
                ('published_basis', models.CharField(blank=True, help_text='Where the date stood.', max_length=32)),
                ('opening', models.CharField(editable=False, help_text='The first words of the body.', max_length=100)),
                ('text', models.TextField()),
                ('text_sha256', models.CharField(max_length=64)),
                ('cleaner_version', models.CharField(max_length=32)),
                ('extractor_version', models.CharField(max_length=32)),
                ('superseded', models.BooleanField(default=False, help_text='A newer version replaces it.')),
                ('ingested_at', models.DateTimeField(auto_now_add=True)),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='statements.article')),
                ('mentions', models.ManyToManyField(blank=True, related_name='mentioned_in', to='statements.country')),
                ('original', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='statements.original')),
                ('publisher', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='statements.publisher')),
            ],
            options={
                'ordering': ['-ingested_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Speaker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(db_index=False, max_length=120, unique=True)),
                ('kind', models.CharField(choices=[('person', 'Person'), ('institution', 'Institution'), ('government', 'Government'), ('joint', 'joint speakers'), ('unnamed', 'unnamed role')], max_length=16)),
                ('preferred_name', models.CharField(max_length=200)),
                ('folded', models.CharField(db_index=True, editable=False, max_length=200)),
                ('provisional', models.BooleanField(default=False, help_text='Made by an import from a name it did not know; a curator has not looked yet.')),
                ('source', models.CharField(default='unverified', max_length=200)),
                ('note', models.TextField(blank=True, help_text='Public.')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='speakers', to='statements.country')),
            ],
            options={
                'ordering': ['preferred_name', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('start', models.CharField(blank=True, max_length=32)),
                ('end', models.CharField(blank=True, max_length=32)),
                ('source', models.CharField(default='unverified', max_length=200)),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offices', to='statements.country')),
                ('speaker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offices', to='statements.speaker')),
            ],
            options={
                'ordering': ['speaker', 'start', 'title'],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(max_length=16, unique=True)),
                ('occurrence', models.PositiveIntegerField(default=0, help_text='How often the same words come before in the article.')),
                ('kind', models.CharField(choices=[('direct', 'Direct'), ('indirect', 'Indirect'), ('mixed', 'Mixed')], max_length=8)),
                ('cue_start', models.PositiveIntegerField(blank=True, null=True)),
                ('cue_end', models.PositiveIntegerField(blank=True, null=True)),
                ('cue', models.TextField(blank=True)),
                ('cue_lemma', models.CharField(blank=True, max_length=64)),
                ('act', models.CharField(choices=[('states', 'States'), ('appeals', 'Appeals'), ('accuses', 'Accuses'), ('warns', 'Warns'), ('denies', 'Denies'), ('pledges', 'Pledges'), ('supports', 'Supports'), ('condemns', 'Condemns'), ('demands', 'Demands'), ('threatens', 'Threatens'), ('welcomes', 'Welcomes'), ('offers', 'Offers'), ('announces', 'Announces'), ('agrees', 'Agrees'), ('rejects', 'Rejects'), ('thanks', 'Thanks')], default='states', max_length=16)),
                ('medium', models.CharField(blank=True, max_length=64)),
                ('occasion', models.CharField(blank=True, max_length=500)),
                ('said_edtf', models.CharField(blank=True, help_text='EDTF (ISO 8601-2), level 1.', max_length=64, verbose_name='said')),
                ('said_basis', models.CharField(blank=True, help_text='Why this date.', max_length=200)),
                ('said_words', models.CharField(blank=True, help_text='The words that tell the time, as printed.', max_length=100)),
                ('said_earliest', models.DateField(blank=True, null=True)),
                ('said_latest', models.DateField(blank=True, null=True)),
                ('rule', models.CharField(max_length=64)),
                ('extractor_version', models.CharField(max_length=32)),
                ('confidence', models.CharField(help_text='In words, as the rule says it.', max_length=100)),
                ('review_state', models.CharField(choices=[('machine', 'not yet reviewed'), ('approved', 'Approved'), ('corrected', 'Corrected'), ('rejected', 'Rejected'), ('withdrawn', 'Withdrawn')], default='machine', max_length=12)),
                ('review_reason', models.CharField(blank=True, help_text='Public: why rejected or withdrawn.', max_length=300)),
                ('said_sort', models.DateField(default=datetime.date(1, 1, 1), editable=False)),
                ('listed', models.BooleanField(default=True, editable=False)),
                ('start', models.PositiveIntegerField(editable=False)),
                ('folded', models.TextField(editable=False, help_text='Folded words with a space round each, for search.')),
                ('about_countries', models.ManyToManyField(blank=True, related_name='statements_about', to='statements.country')),
                ('addressees', models.ManyToManyField(blank=True, related_name='statements_addressed', to='statements.country')),
                ('agency', models.ForeignKey(blank=True, help_text='Who relayed it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='relayed', to='statements.publisher')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='statements.article')),
                ('publisher', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='statements.publisher')),
            ],
            options={
                'ordering': ['-said_sort', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Attribution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('source_start', models.PositiveIntegerField(blank=True, null=True)),
                ('source_end', models.PositiveIntegerField(blank=True, null=True)),
                ('source', models.TextField(blank=True, help_text='The words that name who speaks.')),
                ('role', models.CharField(blank=True, help_text='As the article prints it.', max_length=300)),
                ('basis', models.CharField(blank=True, help_text='How the source was resolved.', max_length=200)),
                ('country', models.ForeignKey(blank=True, help_text='Spoken for.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attributions', to='statements.country')),
                ('speaker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attributions', to='statements.speaker')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attributions', to='statements.statement')),
            ],
            options={
                'ordering': ['statement', 'order'],
            },
        ),
        migrations.CreateModel(
            name='StatementPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('exact', models.TextField()),
                ('prefix', models.CharField(blank=True, max_length=64)),
                ('suffix', models.CharField(blank=True, max_length=64)),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='statements.statement')),
            ],
            options={
                'ordering': ['statement', 'order'],
            },
        ),
        migrations.CreateModel(
            name='VariantName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=200)),
                ('folded', models.CharField(db_index=True, editable=False, max_length=200)),
                ('speaker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='variants', to='statements.speaker')),
            ],
            options={
                'ordering': ['speaker', 'text'],
            },
        ),
        migrations.CreateModel(
            name='Block',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('reason', models.CharField(max_length=64)),
                ('active', models.BooleanField(default=True, help_text='Off when a curator has unmarked it.')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocks', to='statements.article')),
            ],
            options={
                'ordering': ['article', 'start'],
                'constraints': [models.CheckConstraint(condition=models.Q(('start__gte', 0), ('end__gt', models.F('start'))), name='block_start_before_end'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='block_reason_not_blank'), models.UniqueConstraint(fields=('article', 'start', 'end'), name='block_once')],
            },
        ),
        migrations.CreateModel(
            name='CountryName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=200)),
                ('use', models.CharField(choices=[('name', 'Name'), ('demonym', 'Demonym'), ('capital', 'Capital'), ('metonym', 'Metonym')], max_length=16)),
                ('folded', models.CharField(db_index=True, editable=False, max_length=200)),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='statements.country')),
            ],
            options={
                'ordering': ['country', 'use', 'text'],
                'constraints': [models.CheckConstraint(condition=models.Q(('use__in', ['name', 'demonym', 'capital', 'metonym'])), name='countryname_use_known'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='countryname_text_not_blank'), models.UniqueConstraint(fields=('country', 'text', 'use'), name='countryname_once')],
            },
        ),
        migrations.CreateModel(
            name='Edit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record', models.CharField(max_length=32)),
                ('record_id', models.BigIntegerField()),
                ('field', models.CharField(max_length=64)),
                ('old', models.JSONField(null=True)),
                ('new', models.JSONField(null=True)),
                ('when', models.DateTimeField(auto_now_add=True)),
                ('why', models.TextField(blank=True)),
                ('who', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='edits', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-when', '-id'],
                'indexes': [models.Index(fields=['record', 'record_id', 'field'], name='edit_of_field')],
                'constraints': [models.CheckConstraint(condition=models.Q(('record', ''), _negated=True), name='edit_record_not_blank'), models.CheckConstraint(condition=models.Q(('field', ''), _negated=True), name='edit_field_not_blank')],
            },
        ),
        migrations.CreateModel(
            name='ImportOutcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('location', models.CharField(max_length=1000)),
                ('result', models.CharField(choices=[('created', 'Created'), ('updated', 'Updated'), ('unchanged', 'Unchanged'), ('held', 'Held'), ('refused', 'Refused')], max_length=12)),
                ('reason', models.TextField(blank=True)),
                ('article', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='statements.article')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcomes', to='statements.importrun')),
                ('original', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='statements.original')),
            ],
            options={
                'ordering': ['-run', 'id'],
                'indexes': [models.Index(fields=['result', '-id'], name='importoutcome_by_result')],
                'constraints': [models.CheckConstraint(condition=models.Q(('result__in', ['created', 'updated', 'unchanged', 'held', 'refused'])), name='importoutcome_result_known'), models.CheckConstraint(condition=models.Q(models.Q(('result__in', ['held', 'refused']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='importoutcome_held_or_refused_says_why')],
            },
        ),
        migrations.AddConstraint(
            model_name='publisher',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['outlet', 'agency', 'official'])), name='publisher_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='publisher',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='publisher_name_not_blank'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('address', ''), _negated=True), fields=['address'], name='article_address'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['published', 'id'], name='article_published'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='article_text_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('public_id', ''), _negated=True), name='article_public_id_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('text_sha256__regex', '^[0-9a-f]{64}$')), name='article_text_sha256_is_sha256'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('published__isnull', True), ('published_basis', ''), ('published_precision', '')), models.Q(('published__isnull', False), ('published_precision__in', ['day', 'month', 'year']), models.Q(('published_basis', ''), _negated=True)), _connector='OR'), name='article_published_with_precision_and_basis'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('replaces__isnull', True), models.Q(('replaces', models.F('id')), _negated=True), _connector='OR'), name='article_replaces_another'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(fields=('original', 'text_sha256'), name='article_once_per_original_and_text'),
        ),
        migrations.AddConstraint(
            model_name='speaker',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['person', 'institution', 'government', 'joint', 'unnamed'])), name='speaker_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='speaker',
            constraint=models.CheckConstraint(condition=models.Q(('preferred_name', ''), _negated=True), name='speaker_preferred_name_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='office',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='office_title_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='office',
            constraint=models.UniqueConstraint(fields=('speaker', 'title', 'start'), name='office_once'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('listed', True)), fields=['-said_sort', '-id'], name='statement_newest'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['publisher', '-said_sort', '-id'], name='statement_by_publisher'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['kind', '-said_sort', '-id'], name='statement_by_kind'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['review_state', '-id'], name='statement_by_review'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['article', 'start'], name='statement_in_article'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['direct', 'indirect', 'mixed'])), name='statement_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('act__in', ['states', 'appeals', 'accuses', 'warns', 'denies', 'pledges', 'supports', 'condemns', 'demands', 'threatens', 'welcomes', 'offers', 'announces', 'agrees', 'rejects', 'thanks'])), name='statement_act_known'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('review_state__in', ['machine', 'approved', 'corrected', 'rejected', 'withdrawn'])), name='statement_review_state_known'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('public_id', ''), _negated=True), name='statement_public_id_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cue_start__isnull', True), ('cue_end__isnull', True)), models.Q(('cue_start__isnull', False), ('cue_end__isnull', False), ('cue_start__gte', 0), ('cue_end__gt', models.F('cue_start'))), _connector='OR'), name='statement_cue_start_before_cue_end'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cue', ''), ('cue_start__isnull', True)), models.Q(('cue_start__isnull', False), models.Q(('cue', ''), _negated=True)), _connector='OR'), name='statement_cue_with_span'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('said_earliest__isnull', True), ('said_edtf', ''), ('said_latest__isnull', True), ('said_sort', datetime.date(1, 1, 1))), models.Q(('said_earliest__isnull', False), ('said_latest__gte', models.F('said_earliest')), ('said_sort__gt', datetime.date(1, 1, 1)), ('said_sort__in', [models.F('said_earliest'), models.F('said_latest')]), models.Q(('said_edtf', ''), _negated=True), models.Q(('said_basis', ''), _negated=True)), _connector='OR'), name='statement_said_whole'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('listed', False), models.Q(('review_state__in', ('rejected', 'withdrawn')), _negated=True), _connector='OR'), name='statement_rejected_not_listed'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('review_state', 'withdrawn'), _negated=True), models.Q(('review_reason', ''), _negated=True), _connector='OR'), name='statement_withdrawn_says_why'),
        ),
        migrations.AddIndex(
            model_name='attribution',
            index=models.Index(fields=['country', 'statement'], name='attribution_by_country'),
        ),
        migrations.AddIndex(
            model_name='attribution',
            index=models.Index(fields=['speaker', 'statement'], name='attribution_by_speaker'),
        ),
        migrations.AddConstraint(
            model_name='attribution',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('source_start__isnull', True), ('source_end__isnull', True)), models.Q(('source_start__isnull', False), ('source_end__isnull', False), ('source_start__gte', 0), ('source_end__gt', models.F('source_start'))), _connector='OR'), name='attribution_source_start_before_source_end'),
        ),
        migrations.AddConstraint(
            model_name='attribution',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('source', ''), ('source_start__isnull', True)), models.Q(('source_start__isnull', False), models.Q(('source', ''), _negated=True)), _connector='OR'), name='attribution_source_with_span'),
        ),
        migrations.AddConstraint(
            model_name='attribution',
            constraint=models.UniqueConstraint(fields=('statement', 'order'), name='attribution_order_once'),
        ),
        migrations.AddConstraint(
            model_name='statementpart',
            constraint=models.CheckConstraint(condition=models.Q(('start__gte', 0), ('end__gt', models.F('start'))), name='statementpart_start_before_end'),
        ),
        migrations.AddConstraint(
            model_name='statementpart',
            constraint=models.CheckConstraint(condition=models.Q(('exact', ''), _negated=True), name='statementpart_exact_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='statementpart',
            constraint=models.UniqueConstraint(fields=('statement', 'order'), name='statementpart_order_once'),
        ),
        migrations.AddConstraint(
            model_name='variantname',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='variantname_text_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='variantname',
            constraint=models.UniqueConstraint(fields=('speaker', 'text'), name='variantname_once'),
        ),
        migrations.RunPython(create_search_index, drop_search_index),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
    ]
