import { expect, it } from 'vitest';
import { segmentsOfJson, segmentsOfTimes } from './pocketsphinx-output.ts';

it('words with times become segments, without fillers and marks of pronunciation', () => {
  const output = [
    'and not',
    '<s> 3.170 3.280 1.000300',
    'and(2) 3.290 3.730 0.900000',
    '<sil> 3.740 3.980 0.828680',
    'not 3.990 4.300 0.700000',
    '</s> 4.310 4.760 1.000000',
    '',
    '<s> 5.300 5.340 0.999200',
    '[NOISE] 5.350 5.600 1.0',
    '</s> 7.680 7.950 1.000000',
    'what',
    '<s> 8.000 8.100 1.000000',
    'what 8.110 8.400 0.000300',
    '</s> 8.410 8.500 1.000000',
  ].join('\n');

  expect(segmentsOfTimes(output)).toEqual([
    { start: 3.29, end: 4.3, text: 'and not', confidence: 0.8 },
    { start: 8.11, end: 8.4, text: 'what', confidence: 0 },
  ]);
});

it('lines of JSON become segments, and what is none is passed over', () => {
  const output = [
    '{"b":0.2,"d":2.1,"p":0.9,"t":"go forward","w":[{"t":"<s>","b":0.2,"d":0.1,"p":1},{"t":"go","b":0.46,"d":0.2,"p":0.9},{"t":"forward(2)","b":0.7,"d":0.5,"p":0.7}]}',
    'INFO: nothing',
    '{"b":3,"d":1,"p":1,"t":"","w":[]}',
  ].join('\n');

  expect(segmentsOfJson(output)).toEqual([{ start: 0.46, end: 1.2, text: 'go forward', confidence: 0.8 }]);
});
