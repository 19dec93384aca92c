# One recipe for every process of Saathi. The argument APP chooses which of the five applications an image
# starts; the migrations, the stand-ins and the settings job are other commands of the same image.

FROM node:24-slim AS packages
WORKDIR /saathi
COPY .npmrc package.json package-lock.json ./
COPY apps/web/package.json apps/web/package.json
RUN --mount=type=cache,target=/root/.npm npm ci --include=dev --loglevel=error

FROM packages AS build
COPY nest-cli.json tsconfig.json ./
COPY libs libs
COPY migrations migrations
COPY stand-ins stand-ins
COPY apps apps
RUN node_modules/.bin/nest build --all

# The web client: built to files, so that no package of the browser gets into an image that runs.
FROM packages AS web
COPY tsconfig.json ./
COPY libs/contracts/src/enums libs/contracts/src/enums
COPY apps/web apps/web
RUN npm run --workspace apps/web build -- --logLevel warn

FROM packages AS production-packages
RUN npm prune --omit=dev --loglevel=error

FROM node:24-slim AS runtime
WORKDIR /saathi
# The settings job writes here as `node`; a new volume takes over the owner.
RUN install -d -o node -g node /settings
COPY package.json ./
COPY --from=production-packages /saathi/node_modules node_modules
COPY tools tools
COPY --from=build /saathi/dist dist
COPY --from=web /saathi/apps/web/dist apps/web/dist
COPY docs/openapi.json docs/openapi.json
USER node
ARG APP=gateway
ENV APP=$APP
# A shell only to fill in the name: it hands its place on, so that signals reach the application. Half the usual
# room for young objects: a process at rest holds a fifth less memory.
CMD ["sh", "-c", "exec node --enable-source-maps --max-semi-space-size=8 dist/apps/$APP/src/main.js"]
