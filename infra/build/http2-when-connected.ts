/** Stands for `node:http2` in bundles: what the SDK's clients use of it, loaded when they do. */
import type * as Http2 from 'node:http2';

const http2 = (): typeof Http2 => process.getBuiltinModule('node:http2');

const constants = new Proxy({} as typeof Http2.constants, {
  get: (_, name) => Reflect.get(http2().constants, name) as unknown,
});
const connect = (...given: Parameters<typeof Http2.connect>): Http2.ClientHttp2Session =>
  http2().connect(...given);

const whenConnected = { constants, connect };
export { whenConnected as default };
