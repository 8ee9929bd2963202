import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import fastifySwagger from '@fastify/swagger'
import fastifySwaggerUi from '@fastify/swagger-ui'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Learning } from '../app/keep-forecast-fresh.ts'
import { keptCampaigns } from '../app/kept-campaigns.ts'
import { guard } from './guard.ts'
import { answerProblems } from './problems.ts'
import type { TellBug } from './problems.ts'
import { blockRoutes } from './routes/blocks.ts'
import { campaignRoutes } from './routes/campaigns.ts'
import { forecastRoutes } from './routes/forecast.ts'
import { healthRoutes } from './routes/health.ts'
import { lifeRoutes } from './routes/life.ts'
import { messageRoutes } from './routes/messages.ts'
import { numberRoutes } from './routes/numbers.ts'
import { overviewRoutes } from './routes/overview.ts'
import { providerRoutes } from './routes/providers.ts'
import { ringRoutes } from './routes/rings.ts'
import { sightingRoutes } from './routes/sightings.ts'
import type { Sources } from './sources.ts'

const nobodyLearns = (): Learning => ({ isLearning: false, failure: null })

/** What a request without a stream may weigh, but for mails. */
const BODY_LIMIT_BYTES = 1024 * 1024

/** A connection on which nothing moves for so long is given up. */
const SILENCE_MILLIS = 120_000

/** How long stopping waits for answers that are under way. */
const GRACE_MILLIS = 4_000

/** The description's page styles its own elements; it shows nothing that strangers wrote. */
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"

const WEB = fileURLToPath(new URL('../../dist/web', import.meta.url))

export type ServerOptions = {
  readonly version: string
  /** Host names this server goes by besides localhost and plain addresses. */
  readonly names: readonly string[]
  readonly tellBug: TellBug
  /** Whether the sources hold a made-up world, which the workbench then says. */
  readonly isDemo?: boolean
  /** Whether the forecast is being learnt; left out where nobody learns it by itself. */
  readonly learning?: () => Learning
}

/** Makes the server: the API with its description, and the workbench. It does not listen yet. */
export async function makeServer(sources: Sources, options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: BODY_LIMIT_BYTES, connectionTimeout: SILENCE_MILLIS, forceCloseConnections: 'idle' })
  closeInTime(app)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerProblems(app, options.tellBug)
  guard(app, options.names)

  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Ringtrace',
        version: options.version,
        description: 'The phone number as a first-class fraud indicator. Problems are RFC 9457 problem details.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: answersOnly,
  })
  await app.register(fastifySwaggerUi, {
    routePrefix: '/docs',
    staticCSP: DOCS_POLICY,
    uiConfig: { validatorUrl: 'none', docExpansion: 'list', layout: 'BaseLayout' },
    theme: { title: 'Ringtrace API' },
  })
  const campaigns = keptCampaigns(sources.store)
  await app.register(healthRoutes(sources, options.isDemo ?? false))
  await app.register(
    async (v1) => {
      await v1.register(numberRoutes(sources))
      await v1.register(lifeRoutes(sources))
      await v1.register(sightingRoutes(sources))
      await v1.register(messageRoutes(sources))
      await v1.register(ringRoutes(sources))
      await v1.register(blockRoutes(sources))
      await v1.register(campaignRoutes(campaigns))
      await v1.register(providerRoutes(sources, campaigns))
      await v1.register(forecastRoutes(sources, options.learning ?? nobodyLearns))
      await v1.register(overviewRoutes(sources))
    },
    { prefix: '/v1' },
  )
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
  await app.register(fastifyStatic, { root: WEB })
  return app
}

/** Who is being answered is let finish; who stalls does not keep the server from stopping. */
function closeInTime(app: FastifyInstance): void {
  app.addHook('preClose', (done) => {
    setTimeout(() => app.server.closeAllConnections(), GRACE_MILLIS).unref()
    done()
  })
}

/** Named schemas come once as input and once as output; here only answers have names. */
const answersOnly: typeof jsonSchemaTransformObject = (document) => {
  const described = jsonSchemaTransformObject(document)
  const schemas = 'components' in described ? (described.components?.schemas ?? {}) : {}
  for (const name of Object.keys(schemas)) if (name.endsWith('Input')) delete schemas[name]
  return described
}
