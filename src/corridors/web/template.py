"""The document around Dash's main area: head, header, footer and dialogs, in the language of the request.

Every string that changes with the language carries its key (`data-t`, `data-t-label`), so that the
shell's script puts the other language in place without asking the server.
"""

from typing import Final
from urllib.parse import quote

from jinja2 import Environment, Template

from corridors.settings import project_root

_DOCUMENT: Final = """<!DOCTYPE html>
<html lang="{{ lang }}" data-base="{{ base }}" data-plotly="{{ plotly }}"
data-edition="{{ edition.edition }}"{% if charts %} data-charts="1"{% endif %}>
<head>
{{ metas }}
<title>{{ title }}</title>
<meta name="description" content="{{ t('shell.claim') }}">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="{{ icon }}">
{% for font in fonts %}<link rel="preload" href="{{ font }}" as="font" type="font/woff2" crossorigin>
{% endfor %}<script src="{{ head_js }}"></script>
<link rel="stylesheet" href="{{ style }}">
{{ css }}
{% for url in preload %}<link rel="preload" href="{{ url }}" as="fetch" crossorigin>
{% endfor %}</head>
<body>
<a class="skip" href="#page">{{ say('shell.skip') }}</a>
<header class="shell-header">
<div class="shell-bar">
<a class="brand" href="{{ link('/') }}" data-nav="1">
<svg class="brand-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
<path class="brand-way" d="M22.6 8.2A10.4 10.4 0 1 0 21.4 24.9"/>
<path class="brand-tip" d="M18.2 20.2l8.6 2.3-5.9 6.7z"/>
<circle class="brand-from" cx="23.2" cy="8.6" r="3.6"/>
</svg>{{ say('shell.product', 'brand-name') }}</a>
<nav id="shell-nav" class="shell-nav" {{ label('shell.nav') }}><ul>
{% for path in pages %}
<li><a href="{{ link(path) }}" data-nav="1"{{ ' aria-current=page' if path == current else '' }}>
{{- say('shell.nav.' + path) }}</a></li>
{% endfor %}
</ul></nav>
<span id="shell-lens" class="shell-lens" hidden>
<a href="{{ link('/district') }}" data-nav="1"><span>{{ say('shell.lens') }}</span>
<strong id="shell-lens-name"></strong></a>
<button type="button" id="shell-lens-clear" class="btn btn-quiet btn-icon"
title="{{ t('shell.lens.clear') }}" {{ label('shell.lens.clear') }}>
<span aria-hidden="true">×</span></button></span>
<a class="shell-fresh is-{{ stale }}" href="{{ link('/changes') }}#freshness" data-nav="1">
{% for line in fresh %}<span class="fresh-line">
{%- for key, values in line %}{{ ' · ' if not loop.first }}{{ say(key, values=values) }}{% endfor %}</span>
{% endfor %}</a>
<div class="shell-tools">
<div class="segmented" role="group" {{ label('shell.language') }}>
<button type="button" class="btn btn-small" data-lang-to="es" lang="es" aria-pressed="{{ pressed('es') }}">
ES<span class="visually-hidden"> español</span></button>
<button type="button" class="btn btn-small" data-lang-to="en" lang="en" aria-pressed="{{ pressed('en') }}">
EN<span class="visually-hidden"> English</span></button>
</div>
<button type="button" id="shell-search" class="btn btn-quiet btn-icon" aria-keyshortcuts="/"
title="{{ t('shell.search') }}" {{ label('shell.search') }}>
<span class="icon icon-search" aria-hidden="true"></span></button>
<button type="button" id="shell-theme" class="btn btn-quiet btn-icon"
aria-label="{{ t('shell.theme_light') }}" title="{{ t('shell.theme_light') }}">
<span class="icon icon-light" aria-hidden="true"></span></button>
<button type="button" id="shell-help" class="btn btn-quiet btn-icon"
title="{{ t('shell.help') }}" {{ label('shell.help') }}>
<span class="icon icon-help" aria-hidden="true"></span></button>
</div>
<button type="button" id="shell-menu" class="btn btn-quiet btn-icon" aria-expanded="false" aria-controls="shell-nav"
title="{{ t('shell.menu') }}" {{ label('shell.menu') }}>
<span class="icon icon-menu" aria-hidden="true"></span></button>
</div>
</header>
<dialog id="tour" class="tour no-print" aria-labelledby="tour-title" aria-describedby="tour-body">
<div class="tour-bar">
<div class="tour-title"><p class="kicker"><span id="tour-count">{{ t('tour.title') }}</span></p>
<h2 id="tour-title">{{ t('tour.1.title') }}</h2></div>
<p id="tour-body">{{ t('tour.1.body') }}</p>
<div class="tour-keys">
<button type="button" id="tour-skip" class="btn btn-quiet btn-small">{{ say('tour.skip') }}</button>
<button type="button" id="tour-back" class="btn btn-small" hidden>{{ say('tour.back') }}</button>
<button type="button" id="tour-next" class="btn btn-primary btn-small">{{ t('tour.next') }}</button></div>
</div>
</dialog>
<noscript><div class="page"><p class="notice notice-warn">{{ t('shell.noscript') }}</p></div></noscript>
{{ entry }}
<footer class="shell-footer">
<div class="shell-foot">
<section><h2 class="kicker">{{ say('shell.about') }}</h2>
<p>{{ say('shell.claim') }}.</p>
<p>{{ say('shell.purpose') }}</p>
</section>
<section><h2 class="kicker">{{ say('shell.credits') }}</h2>
<p>{{ say('shell.boundaries') }} {{ say('shell.cities') }}</p>
<p>{{ say('shell.licence') }}</p>
</section>
<section><h2 class="kicker">{{ say('shell.product') }}</h2>
<p>{{ say('shell.version', values=version) }} · {{ say('shell.data', values=edition) }},
{{ say('shell.latest', values=latest) }}.</p>
<p>{{ say('shell.offline') }}</p>
<p class="no-print"><a href="{{ link('/verify') }}" data-nav="1">{{ say('shell.verify') }}</a></p>
<p class="no-print">
<button type="button" class="btn btn-small" data-capture="1" aria-keyshortcuts="c">{{ say('shell.capture') }}</button>
</p>
<p class="no-print"><button type="button" class="btn btn-small" data-tour="1">{{ say('shell.tour_again') }}</button></p>
</section>
</div>
</footer>
<div id="announce" class="visually-hidden" role="status" aria-live="polite"></div>
<div id="toast" class="toast" hidden></div>
<dialog id="help" class="modal" aria-labelledby="help-title">
<div class="modal-head"><h2 id="help-title" tabindex="-1" autofocus>{{ say('shell.help') }}</h2>
<button type="button" class="btn btn-quiet btn-icon" data-close="1"
title="{{ t('shell.close') }}" {{ label('shell.close') }}>
<span class="icon icon-close" aria-hidden="true"></span></button></div>
<label class="switch keys-switch">
<input type="checkbox" id="keys-switch" checked aria-describedby="keys-hint"> {{ say('keys.switch') }}</label>
<p id="keys-hint" class="small muted">{{ say('keys.switch_hint') }}</p>
<div class="keys-groups">
{% for title, keys in groups %}<section><h3 class="kicker">{{ say(title) }}</h3><dl class="keys">
{% for names, words in keys %}
<div><dt>{% for name in names %}<kbd>{{ name }}</kbd>{% endfor %}</dt><dd>{{ say(words) }}</dd></div>
{% endfor %}</dl></section>
{% endfor %}</div>
<p><button type="button" class="btn" data-tour="1">{{ say('shell.tour_again') }}</button></p>
</dialog>
<dialog id="copy" class="modal" aria-labelledby="copy-title">
<div class="modal-head"><h2 id="copy-title">{{ say('shell.copy_title') }}</h2>
<button type="button" class="btn btn-quiet btn-icon" data-close="1"
title="{{ t('shell.close') }}" {{ label('shell.close') }}>
<span class="icon icon-close" aria-hidden="true"></span></button></div>
<p class="small muted">{{ say('shell.copy_hint') }}</p>
<textarea id="copy-text" class="input" rows="6" readonly {{ label('shell.copy_title') }}></textarea>
</dialog>
<script id="shell-data" type="application/json">{{ words }}</script>
<script src="{{ main_js }}"></script>
{{ config }}
{{ scripts }}
{{ renderer }}
</body>
</html>
"""

_ERROR: Final = """<!DOCTYPE html>
<html lang="{{ lang }}" data-base="{{ base }}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }} · {{ product }}</title>
<link rel="icon" type="image/svg+xml" href="{{ icon }}">
<script src="{{ head_js }}"></script>
<link rel="stylesheet" href="{{ style }}">
</head>
<body>
<header class="shell-header"><div class="shell-bar">
<a class="brand" href="{{ base }}?lang={{ lang }}"><span class="brand-name">{{ product }}</span></a>
</div></header>
<main class="page-narrow stack shell-message">
<p class="kicker">{{ status }}</p>
<h1>{{ title }}</h1>
<p class="lede">{{ body }}</p>
<p class="row"><a class="btn btn-primary" href="{{ base }}?lang={{ lang }}">{{ home }}</a></p>
</main>
</body>
</html>
"""

_ENVIRONMENT: Final = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
# The icon is part of the document: a browser that looks for it again when the address changes asks nobody.
_SVG: Final = (project_root() / "assets" / "icons" / "favicon.svg").read_text(encoding="utf-8")
_ENVIRONMENT.globals["icon"] = f"data:image/svg+xml,{quote(_SVG)}"
DOCUMENT: Final[Template] = _ENVIRONMENT.from_string(_DOCUMENT)
ERROR: Final[Template] = _ENVIRONMENT.from_string(_ERROR)
