import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/analysis/question-parts.js';

describe('partsOf', () => {
  it.each([
    [
      'How many ships call at the port, and what do they mainly bring?',
      ['How many ships call at the port?', 'What do they mainly bring?'],
    ],
    [
      'What was the fund called and how did it spare the town?',
      ['What was the fund called?', 'How did it spare the town?'],
    ],
    [
      'Who designed the mill? And when was it built?',
      ['Who designed the mill?', 'When was it built?'],
    ],
    ['When and where was she born?', ['When was she born?', 'Where was she born?']],
    ['Who was elected and when?', ['Who was elected?', 'When was elected?']],
    ['Who built the mill, and why?', ['Who built the mill?', 'Why: built the mill?']],
    [
      'In which crops is the valley strong, and which ones does it buy?',
      ['In which crops is the valley strong?', 'Which crops does it buy?'],
    ],
    [
      'How can ferries, and how can barges, pass the narrow lock?',
      ['How can ferries pass the narrow lock?', 'How can barges pass the narrow lock?'],
    ],
    [
      'How long is the canal; in which year was it dug; and who paid for it?',
      ['How long is the canal?', 'In which year was it dug?', 'Who paid for it?'],
    ],
  ])('splits "%s"', (question, parts) => {
    expect(partsOf(question)).toEqual(parts);
  });

  it.each([
    'What are the causes and effects of the flood?',
    'Who said that the bridge and the road must be mended?',
    'Do we know when the fire broke out and how it was put out?',
    'Which towns have a mill and a school?',
    'Why did the council explain what was lost and how?',
    'mill designer and year',
    'How do bees and wasps differ, according to the guide?',
    'Is the mill open and free?',
    '',
  ])('leaves "%s" whole', (question) => {
    expect(partsOf(question)).toEqual([question]);
  });
});
