# One image for every role: MILLRACE_ROLE says what a container does. Built once; a container only starts.
FROM node:22-bookworm-slim AS build
WORKDIR /millrace
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    MILLRACE_HOST=0.0.0.0 \
    MILLRACE_DATA=/data
# What is run belongs to root: the process can change nothing but its data folder.
COPY --from=build /millrace /millrace
RUN mkdir /data && chown node:node /data
USER node
WORKDIR /millrace
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://localhost:3000/api/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
