# The server as a container: docs/operate.md says how to run it.
FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY build.ts app.yml tsconfig.json LICENSE ./
COPY src src
COPY templates templates
RUN node build.ts && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
# For logos whose text is not outlined. The fonts for Chinese, Japanese and Korean are large.
RUN apt-get update && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core fonts-noto-cjk && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build /build/package.json /build/app.yml /build/LICENSE ./
COPY --from=build /build/dist dist
COPY --from=build /build/templates templates
COPY --from=build /build/node_modules node_modules
USER node
EXPOSE 3000
HEALTHCHECK --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ok}) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/cli.js", "start"]
