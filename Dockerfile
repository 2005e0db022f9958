# The command line alone: docker run --rm --network none -v "$PWD:/reports:ro" IMAGE check .
FROM node:24-slim AS build
WORKDIR /source
COPY . .
RUN npm ci && npm run build

FROM node:24-slim
COPY --from=build /source/dist/*.cjs /usr/local/lib/emh/
RUN ln -s /usr/local/lib/emh/emh.cjs /usr/local/bin/emh
USER node
WORKDIR /reports
ENTRYPOINT ["emh"]
CMD ["--help"]
