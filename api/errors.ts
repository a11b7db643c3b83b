/** One kind of error: a permanent name that clients may rely on, and how HTTP and people are told. */
export interface ErrorRow {
  /** HTTP status of the REST mirror. */
  status: number;
  /** Short and the same for every occurrence, as RFC 9457 asks of `title`. */
  title: string;
  /** What the caller can do about it. */
  hint: string;
}

/**
 * Every error that the platform answers on purpose. The name is the GraphQL `errorType` and, in kebab case, the end of
 * the REST problem's `type`. Rows are added, never renamed.
 */
export const errors = {
  BadInput: {
    status: 400,
    title: 'The input is not valid',
    hint: 'Change what `field` names as `fix` says, and send it again.',
  },
  Unauthenticated: {
    status: 401,
    title: 'A credential is missing or no longer valid',
    hint: 'Sign in, or send a personal access token as `Authorization: Bearer art_...`.',
  },
  Forbidden: {
    status: 403,
    title: 'The credential does not allow this',
    hint: 'Use a credential with the role or scope that this needs.',
  },
  NotFound: {
    status: 404,
    title: 'There is nothing here',
    hint: 'Check the address and the tenant that you act for; what belongs to others answers the same.',
  },
  MethodNotAllowed: {
    status: 405,
    title: 'The address does not take this method',
    hint: 'Use one of the methods in the header `Allow`.',
  },
  VersionConflict: {
    status: 409,
    title: 'Somebody else changed it since you read it',
    hint: 'Read it again, repeat your change on what you get, and send its `version`.',
  },
  HandleTaken: {
    status: 409,
    title: 'The handle is taken',
    hint: 'Choose another handle; handles are never given out again.',
  },
  SlugTaken: {
    status: 409,
    title: 'The slug is taken',
    hint: 'Choose another slug, or leave it out to have one made from the title.',
  },
  PathTaken: {
    status: 409,
    title: 'The path is taken',
    hint: 'Choose another path, or change the page that holds it.',
  },
  ExternalRefTaken: {
    status: 409,
    title: 'The external reference is taken',
    hint: 'The record was created before: change the one with the id that the error carries.',
  },
  ProfileExists: {
    status: 409,
    title: 'There is a profile already',
    hint: 'Change the profile that is there; a person has one of their own.',
  },
  MemberExists: {
    status: 409,
    title: 'The person is a member already',
    hint: 'Change the role of the member instead of adding the person again.',
  },
  NotReady: {
    status: 409,
    title: 'It is not ready for this',
    hint: 'Wait until its `status` says `READY`, or finish what is missing, and try again.',
  },
  EnrichmentOff: {
    status: 409,
    title: 'Enrichment is switched off',
    hint: 'An owner of the tenant can switch it on in the settings of enrichment.',
  },
  EnrichmentOver: {
    status: 409,
    title: 'The run is over',
    hint: 'Ask for another run; one that is over stays as it is.',
  },
  ProposalDecided: {
    status: 409,
    title: 'The proposal is decided',
    hint: 'Change the field itself, or take back what was accepted from the model.',
  },
  LastOwner: {
    status: 409,
    title: 'A tenant keeps at least one owner',
    hint: 'Make somebody else an owner first.',
  },
  ProfileNotPublished: {
    status: 409,
    title: 'The profile is not published',
    hint: 'Publish the profile first: what is public stands in its portfolio.',
  },
  LengthRequired: {
    status: 411,
    title: 'The length of the body is missing',
    hint: 'Send the header `Content-Length`, as most clients do by themselves.',
  },
  PreconditionFailed: {
    status: 412,
    title: 'It is no longer what `If-Match` names',
    hint: 'Read it again, repeat your change on what you get, and send its new `ETag`.',
  },
  TooLarge: {
    status: 413,
    title: 'It is more than fits',
    hint: 'Send at most 1 MB of JSON, and at most 400 KB for one entry with all its fields; publishing needs a little room beside them. The bytes of files, at most 50 MB, go to the address of their upload.',
  },
  UnsupportedMediaType: {
    status: 415,
    title: 'The body is in a format that is not understood here',
    hint: 'Send JSON in UTF-8 with `Content-Type: application/json` and without `Content-Encoding`.',
  },
  RangeNotSatisfiable: {
    status: 416,
    title: 'The range lies outside of the file',
    hint: 'Ask for bytes that the file has, or leave out the header `Range`.',
  },
  TextTooComplex: {
    status: 422,
    title: 'A text is too complex to be rendered',
    hint: 'Simplify the Markdown that `field` names: fewer marks, and less within each other; or divide the text.',
  },
  PreconditionRequired: {
    status: 428,
    title: 'The version you read is missing',
    hint: 'Send the `ETag` that you read as `If-Match`, or its `version` as `expectedVersion`.',
  },
  Throttled: {
    status: 429,
    title: 'Too many requests',
    hint: 'Wait as long as `Retry-After` says, and try again.',
  },
  Internal: {
    status: 500,
    title: 'Something went wrong here',
    hint: 'Try again; if it stays, report the request id.',
  },
  Unavailable: {
    status: 503,
    title: 'The service cannot answer now',
    hint: 'Wait as long as `Retry-After` says, and try again.',
  },
} as const satisfies Record<string, ErrorRow>;

/** The permanent name of an error. */
export type ErrorName = keyof typeof errors;

/** Whether a GraphQL `errorType` is one of ours. */
export function isErrorName(name: unknown): name is ErrorName {
  return typeof name === 'string' && Object.hasOwn(errors, name);
}

/** The end of a problem's `type`: `VersionConflict` becomes `version-conflict`. */
export function errorSlug(name: ErrorName): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase();
}
