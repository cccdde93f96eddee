# The API without the embedded engine: it needs NEO4J_URI (docker-compose.yml brings a Neo4j along).
# Images are pinned by full version. A digest would be stricter, but belongs to whoever builds with a registry at hand.

FROM node:20.19.5-bookworm-slim AS build
WORKDIR /app
# Dependencies first: this layer is reused until the lock file changes. Their scripts stay off, and so does the
# project's own "prepare", which needs the sources that are not here yet.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY web web
COPY schema schema
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20.19.5-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 IMR_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY bin bin
COPY cypher cypher
COPY engine engine
COPY neo4j-browser neo4j-browser
COPY samples samples
COPY sql sql
COPY schema schema
# Keys, the audit log and the columns' file.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/imr.js", "serve"]
