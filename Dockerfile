# Corridors in a container: locked wheels, no root, read-only root, one writable volume (/state), no network at run time.
# BASE is the interpreter that the tests run under; any Debian image with python3 (3.11 or newer) and venv will do.
ARG BASE=python:3.11-slim-bookworm

FROM ${BASE} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_NO_INPUT=1
# Wheels may lie beside the lock files, in requirements/wheels; with PIP_NO_INDEX=1 nothing else is asked.
ARG PIP_NO_INDEX
WORKDIR /build
COPY requirements/ requirements/
RUN python3 -m venv /opt/corridors \
    && /opt/corridors/bin/pip install --require-hashes --only-binary :all: \
        --find-links requirements/wheels --requirement requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY src/ src/
RUN /opt/corridors/bin/pip install --no-deps --no-index --no-build-isolation . \
    && /opt/corridors/bin/pip uninstall --yes pip \
    && find /opt/corridors -type d -name tests -prune -exec rm -rf {} +
# What the browser loads is compressed once, here.
WORKDIR /app
COPY app.py gunicorn.conf.py ./
COPY assets/ assets/
COPY docs/ docs/
COPY geodata/ geodata/
RUN /opt/corridors/bin/python -m corridors.web.bundles /app/.cache/bundles \
    && /opt/corridors/bin/python -m compileall -q app.py

FROM ${BASE}
LABEL org.opencontainers.image.title="Corridors" \
    org.opencontainers.image.licenses="MIT"
RUN groupadd --gid 10001 corridors \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin corridors \
    && install --directory --owner=10001 --group=10001 --mode=0700 /state
COPY --from=build /opt/corridors /opt/corridors
COPY --from=build /app /app
ENV PATH=/opt/corridors/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    CORRIDORS_HOST=0.0.0.0 \
    CORRIDORS_PORT=8050 \
    CORRIDORS_GEODATA=/app/geodata \
    CORRIDORS_STATE=/state \
    CORRIDORS_LOG_FORMAT=json
WORKDIR /app
USER 10001:10001
VOLUME ["/state"]
EXPOSE 8050
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.build_opener(u.ProxyHandler({})).open(f\"http://127.0.0.1:{os.environ['CORRIDORS_PORT']}{os.environ.get('CORRIDORS_BASE_PATH', '').rstrip('/')}/health\", timeout=4)"]
CMD ["gunicorn", "--config", "gunicorn.conf.py", "--preload", "--no-control-socket", "app:server"]
