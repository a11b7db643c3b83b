/** `util.str`. Follows https://docs.aws.amazon.com/appsync/latest/devguide/str-helpers-in-util-str-js.html. */
import { invalidArgument } from './evaluation.ts';
import { normalize } from './intrinsics.ts';

const FORMS = ['nfc', 'nfd', 'nfkc', 'nfkd'];

export const str = {
  normalize(value: string, normalizationType: string): string {
    if (!FORMS.includes(normalizationType)) {
      invalidArgument(`util.str.normalize takes nfc, nfd, nfkc or nfkd. Received: ${normalizationType}`);
    }
    return normalize(String(value), normalizationType.toUpperCase());
  },
};
