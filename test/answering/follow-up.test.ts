import { describe, expect, it } from 'vitest';
import { contextualQuestion } from '../../src/answering/follow-up.js';

describe('contextualQuestion', () => {
  it.each([
    ['How large is the mill in Ulm?', 'And in Bern?', 'How large is the mill in Bern?'],
    ['How much was sold in Ulm in 2010?', 'And in 1990?', 'How much was sold in Ulm in 1990?'],
    ['What did steel cost in 2024?', 'What about 1988?', 'What did steel cost in 1988?'],
    ["What was Utopia's output in 2024?", "And Arcadia's?", "What was Arcadia's output in 2024?"],
    [
      'How many people of Utopian birth live there?',
      'And those of Arcadian birth?',
      'How many people of Arcadian birth live there?',
    ],
    [
      'How much of the world output does the east account for?',
      'And of global trade?',
      'How much of global trade does the east account for?',
    ],
  ])('after %s puts the new part of %s in its place', (last, question, expected) => {
    expect(contextualQuestion(question, [{ question: last }])).toBe(expected);
  });

  it.each([
    ['How many mills stand between Ulm and Bern?', 'And Basel?'],
    ['What did the mill sell in March?', 'What about purchases?'],
  ])('adds %s and %s to one another where no part is plainly meant', (last, question) => {
    expect(contextualQuestion(question, [{ question: last }])).toBe(`${last} ${question}`);
  });

  it('lets a question of its own that leans on the one before come first', () => {
    expect(contextualQuestion('When was he born?', [{ question: 'Who built the mill?' }])).toBe(
      'When was he born? Who built the mill?',
    );
  });

  it('leaves a question that stands alone, or comes first, as it is', () => {
    const question = 'Which river drives the old paper factory near Basel?';
    expect(contextualQuestion(question, [{ question: 'How large is the mill?' }])).toBe(question);
    expect(contextualQuestion('And in Bern?', [])).toBe('And in Bern?');
  });

  it('follows a chain of follow-ups back to what was asked first', () => {
    const history = [{ question: 'How many people live in Chile?' }, { question: 'And in Peru?' }];
    expect(contextualQuestion('And in Brazil?', history)).toBe('How many people live in Brazil?');
  });

  it('puts the person of a short answer in place of the pronoun', () => {
    const history = [{ question: 'Who designed the mill?', answer: 'Klara Voss' }];
    expect(contextualQuestion('When was she born?', history)).toBe('When was Klara Voss born?');
    expect(contextualQuestion('What was her trade?', history)).toBe('What was Klara Voss’s trade?');
  });

  it('leaves a pronoun that may stand for several people', () => {
    const history = [{ question: 'Who built the mill?', answer: 'Ann Lee with Dov Ansel' }];
    expect(contextualQuestion('When was she born?', history)).toBe(
      'When was she born? Who built the mill?',
    );
  });

  it('puts another country in the place of one that is named by its adjective', () => {
    const history = [{ question: 'How big was the Peruvian economy in 2024?' }];
    expect(contextualQuestion("And Chile's?", history)).toBe(
      "How big was Chile's economy in 2024?",
    );
    expect(contextualQuestion('What about Chile?', history)).toBe(
      "How big was Chile's economy in 2024?",
    );
    const both = [{ question: 'What do Chile and Peru trade?' }];
    expect(contextualQuestion("And Brazil's?", both)).toBe(
      "What do Chile and Peru trade? And Brazil's?",
    );
  });
});
