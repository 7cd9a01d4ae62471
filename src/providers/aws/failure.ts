import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderReply } from '../../edge/provider-edge.ts';
import { failureOfStatus, isPlainWord } from '../reply.ts';

const throttled =
  /^(Throttling\w{0,40}|RequestLimitExceeded|SlowDown|TooManyRequests\w{0,40}|RequestThrottled\w{0,40}|BandwidthLimitExceeded)$/;
const refused =
  /^(AccessDenied\w*|UnauthorizedOperation|AuthFailure|ExpiredToken\w*|InvalidClientTokenId|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignatureException|IncompleteSignature\w*|UnrecognizedClientException|InvalidIdentityToken|IDPRejectedClaim|InvalidToken|OptInRequired|NotAuthorized\w*|MissingAuthenticationToken\w*)$/;
/** The time of signing is too far from the service's. */
const late = /^(RequestTimeTooSkewed|RequestExpired|RequestInTheFuture)$/;
const absent = /(NotFound(Fault|Exception)?|\.NotFound|NoSuchBucket|ResourceNotFoundException)$/;

/**
 * The failure that an answer of AWS stands for; null for 2xx. AWS tells refusals and throttling by codes that come
 * with 400 as well as with 403 and 503.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export function awsFailure(reply: ProviderReply): ProbeFailure | null {
  const { status } = reply;
  if (status >= 200 && status < 300) return null;
  const code = errorCodeOf(reply);
  const detail = `HTTP ${status}${code === null ? '' : ` ${code}`}`;
  if (code !== null && throttled.test(code)) return new ProbeFailure('rate-limited', detail);
  if (code !== null && refused.test(code)) return new ProbeFailure('unauthorized', detail);
  if (code !== null && late.test(code)) return new ProbeFailure('clock-differs', detail);
  if (code !== null && absent.test(code)) return new ProbeFailure('not-found', detail);
  return failureOfStatus(status, code);
}

/** The error's code, in XML (`<Code>`) or JSON (`__type`); null where it is no plain word. Nothing else is taken. */
function errorCodeOf({ text, header }: ProviderReply): string | null {
  const word =
    header('x-amzn-errortype')?.split(':', 1)[0] ??
    /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ??
    /"__type"\s*:\s*"(?:[^"#]*#)?([^"]*)"/.exec(text)?.[1] ??
    '';
  return isPlainWord(word) ? word : null;
}
