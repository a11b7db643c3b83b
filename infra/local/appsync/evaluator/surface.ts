/**
 * What APPSYNC_JS 1.0.0 offers of JavaScript's own library, as data for the checker and the sandbox.
 * Statics and `Math` are those that the developer guide lists
 * (https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html); prototype methods are the guide's,
 * with `at`, `includes` and `substring`, which it leaves out and `@aws-appsync/eslint-plugin` does not deny.
 */
export const GLOBALS = [
  'undefined',
  'NaN',
  'Infinity',
  'Object',
  'Array',
  'String',
  'Number',
  'Boolean',
  'Math',
  'JSON',
  'console',
  'parseInt',
  'parseFloat',
  'util',
  'extensions',
  'runtime',
];

export const OBJECT_MEMBERS = ['assign', 'entries', 'hasOwn', 'keys', 'values'];
export const NUMBER_MEMBERS = ['isFinite', 'isNaN'];
export const MATH_METHODS = ['ceil', 'floor', 'max', 'min', 'random', 'round'];

/** Members of what has some: globals, the namespaces of `util`, and the helpers' `operations`. */
export const STATIC_MEMBERS: { readonly [path: string]: readonly string[] } = {
  Object: OBJECT_MEMBERS,
  Array: ['isArray'],
  String: [],
  Number: NUMBER_MEMBERS,
  Boolean: [],
  Math: MATH_METHODS,
  JSON: ['parse', 'stringify'],
  console: ['log', 'error'],
  util: [
    ...['error', 'appendError', 'unauthorized', 'authType', 'matches', 'autoId', 'autoUlid', 'autoKsuid'],
    ...['base64Encode', 'base64Decode', 'urlEncode', 'urlDecode', 'escapeJavaScript'],
    ...['time', 'dynamodb', 'transform', 'str', 'http', 'math', 'rds', 'xml'],
  ],
  'util.time': [
    ...['nowISO8601', 'nowEpochSeconds', 'nowEpochMilliSeconds', 'nowFormatted'],
    ...['parseFormattedToEpochMilliSeconds', 'parseISO8601ToEpochMilliSeconds', 'epochMilliSecondsToSeconds'],
    ...['epochMilliSecondsToISO8601', 'epochMilliSecondsToFormatted'],
  ],
  'util.dynamodb': [
    ...['toDynamoDB', 'toString', 'toNumber', 'toBinary', 'toBoolean', 'toStringSet', 'toNumberSet'],
    ...['toBinarySet', 'toNull', 'toList', 'toMap', 'toMapValues', 'toS3Object', 'fromS3ObjectJson'],
  ],
  'util.transform': [
    'toDynamoDBFilterExpression',
    'toDynamoDBConditionExpression',
    'toElasticsearchQueryDSL',
    'toSubscriptionFilter',
  ],
  'util.str': ['normalize'],
  'util.http': ['copyHeaders', 'addResponseHeader', 'addResponseHeaders'],
  'util.math': ['roundNum', 'minVal', 'maxVal', 'randomDouble', 'randomWithinRange'],
  'util.rds': ['toJsonObject', 'toJsonString'],
  'util.xml': ['toMap', 'toJsonString'],
  operations: [
    ...['add', 'remove', 'replace', 'increment', 'decrement', 'append', 'prepend', 'updateListItem'],
  ],
  runtime: ['earlyReturn'],
  extensions: [
    'setSubscriptionFilter',
    'setSubscriptionInvalidationFilter',
    'invalidateSubscriptions',
    'evictFromApiCache',
  ],
};

/** Methods that take a function. */
export const CALLBACK_METHODS = [
  'map',
  'find',
  'filter',
  'findIndex',
  'findLast',
  'findLastIndex',
  'forEach',
  'reduce',
  'reduceRight',
  'every',
  'some',
  'flatMap',
];

export const ARRAY_METHODS = [
  ...CALLBACK_METHODS,
  'at',
  'concat',
  'fill',
  'flat',
  'includes',
  'indexOf',
  'join',
  'lastIndexOf',
  'pop',
  'push',
  'reverse',
  'shift',
  'slice',
  'splice',
  'unshift',
];

export const STRING_METHODS = [
  'at',
  'charAt',
  'concat',
  'endsWith',
  'includes',
  'indexOf',
  'lastIndexOf',
  'replace',
  'replaceAll',
  'slice',
  'split',
  'startsWith',
  'substring',
  'toLowerCase',
  'toUpperCase',
  'trim',
  'trimEnd',
  'trimStart',
];

/** The modules that resolver code may import, with what they export. */
export const MODULES: { readonly [specifier: string]: readonly string[] } = {
  '@aws-appsync/utils': ['util', 'extensions', 'runtime'],
  '@aws-appsync/utils/dynamodb': [
    'get',
    'put',
    'remove',
    'update',
    'query',
    'scan',
    'sync',
    'batchGet',
    'batchPut',
    'batchDelete',
    'transactGet',
    'transactWrite',
    'operations',
    'toStringSet',
    'toNumberSet',
    'toBinarySet',
  ],
};

/** Modules that AWS has and the local runtime has not. */
export const UNAVAILABLE_MODULES = ['@aws-appsync/utils/rds', '@aws-appsync/utils/ai'];
