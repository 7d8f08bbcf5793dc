# Everything that needs the network, a compiler or time happens while the image is built: packages, the
# converted embedding model and the index over corpus/. A container needs none of them.

FROM node:20-bookworm-slim AS build
RUN apt-get update \
 && apt-get install --yes --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
# Compile against the headers of this image; leave out GPU files that are never used.
ENV npm_config_nodedir=/usr/local \
    ONNXRUNTIME_NODE_INSTALL=skip
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs
ENV CORPUS_DIR=/app/corpus \
    INDEX_DIR=/data/index \
    ASK_TIMEOUT_MS=600000
RUN node dist/cli/footnote.js index
# A question, so that the reader is converted too; 3 says that the documents hold no answer.
RUN node dist/cli/footnote.js ask "What are these documents about?" || test $? -eq 3
RUN npm prune --omit=dev --no-audit --no-fund \
 && rm -rf src eval scripts \
 && mkdir -p /data/feedback

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8787 \
    CORPUS_DIR=/app/corpus \
    INDEX_DIR=/data/index \
    FEEDBACK_DIR=/data/feedback \
    OFFLINE=true
WORKDIR /app
COPY --from=build /app /app
COPY --from=build --chown=node:node /data /data
USER node
EXPOSE 8787
VOLUME ["/data/index", "/data/feedback"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/cli/footnote.js", "serve"]
