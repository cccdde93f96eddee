import type { IncomingMessage } from 'node:http';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { messageOf } from '../../common/errors.js';
import type { Logger } from '../../common/log.js';
import { projectVersion } from '../../common/project.js';
import type { Answered, RequestTrace, Tracing } from './request-trace.js';

/** `traceparent` of W3C Trace Context, version 00. */
const PARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Sends spans of requests, their operations and statements to a collector that speaks OTLP over HTTP; its address and headers are what
 * OTEL_EXPORTER_OTLP_… say. Spans have names of files and of trusted documents, never a text, a variable or a parameter.
 */
export function createTracing(log: Logger, environment: NodeJS.ProcessEnv = process.env): Tracing {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({
      'service.name': environment['OTEL_SERVICE_NAME'] ?? 'imr-graph',
      'service.version': projectVersion,
    }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer('imr-graph', projectVersion);
  return {
    begin: (request) => new TracedRequest(tracer, request),
    close: () =>
      provider.shutdown().catch((error: unknown) => {
        log.warn({ reason: messageOf(error) }, 'the last spans could not be sent');
      }),
  };
}

class TracedRequest implements RequestTrace {
  private readonly span: Span;
  private readonly within: Context;
  private operation: Span | undefined;

  constructor(
    private readonly tracer: Tracer,
    { method = '', headers }: IncomingMessage,
  ) {
    const parent = parentOf(headers['traceparent']);
    this.span = tracer.startSpan(method, { kind: SpanKind.SERVER }, parent);
    this.within = trace.setSpan(parent, this.span);
  }

  readonly beginOperation = (): void => {
    this.operation ??= this.tracer.startSpan('operation', {}, this.within);
  };

  readonly endOperation = (name: string | undefined, hasFailed: boolean): void => {
    const span = this.operation;
    if (name !== undefined)
      span?.updateName(`operation ${name}`).setAttribute('graphql.operation.name', name);
    if (hasFailed) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  };

  readonly onStatement: RequestTrace['onStatement'] = (name) => {
    const within = this.operation ? trace.setSpan(this.within, this.operation) : this.within;
    const attributes = { 'db.system.name': 'neo4j', 'db.query.summary': name };
    const span = this.tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, within);
    return (hasFailed) => {
      if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    };
  };

  readonly end = ({ method, route, status }: Answered, requestId: string): void => {
    this.span.updateName(`${method} ${route}`).setAttributes({
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': status,
      'imr.request_id': requestId,
    });
    if (status >= 500) this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.end();
  };
}

function parentOf(header: string | string[] | undefined): Context {
  const [, traceId, spanId, flags = ''] = PARENT.exec(String(header)) ?? [];
  if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED;
  const context = { traceId, spanId, traceFlags, isRemote: true };
  // All zeros are no id.
  return isValid(traceId) && isValid(spanId) ? trace.setSpanContext(ROOT_CONTEXT, context) : ROOT_CONTEXT;
}

const isValid = (id: string): boolean => !/^0+$/.test(id);
