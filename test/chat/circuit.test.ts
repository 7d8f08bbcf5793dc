import { describe, expect, it } from 'vitest';
import { ChatFailure } from '../../src/chat/chat-failure.js';
import { createCircuit } from '../../src/chat/circuit.js';

function circuitAt(start = 0) {
  let now = start;
  const circuit = createCircuit(() => now);
  const wait = (ms: number) => {
    now += ms;
  };
  const fail = (times: number, failure = new ChatFailure('timeout')) => {
    for (let failed = 0; failed < times; failed++) circuit.failed(failure);
  };
  return { circuit, wait, fail };
}

describe('the circuit', () => {
  it('says how the server was when it was last asked', () => {
    const { circuit, fail } = circuitAt();
    expect(circuit.state).toBe('untried');
    circuit.succeeded();
    expect(circuit.state).toBe('answering');
    fail(1);
    expect([circuit.state, circuit.lastFailure]).toEqual(['failing', 'timeout']);
    circuit.succeeded();
    expect([circuit.state, circuit.lastFailure]).toEqual(['answering', null]);
  });

  it('leaves a server alone that failed three times in a row, and tries again later', () => {
    const { circuit, wait, fail } = circuitAt();
    fail(2);
    expect(circuit.mayAsk()).toBe(true);
    fail(1);
    expect(circuit.state).toBe('paused');
    expect(circuit.mayAsk()).toBe(false);
    wait(29_999);
    expect(circuit.mayAsk()).toBe(false);
    wait(1);
    expect(circuit.mayAsk()).toBe(true);
    expect(circuit.mayAsk()).toBe(false);
    circuit.succeeded();
    expect([circuit.mayAsk(), circuit.mayAsk()]).toEqual([true, true]);
  });

  it('goes on waiting where the try fails, and lets another try where it was called off', () => {
    const { circuit, wait, fail } = circuitAt();
    fail(3);
    wait(30_000);
    expect(circuit.mayAsk()).toBe(true);
    circuit.calledOff();
    expect(circuit.mayAsk()).toBe(true);
    fail(1);
    expect(circuit.mayAsk()).toBe(false);
  });

  it('waits as long as the server says, within reason', () => {
    const { circuit, wait, fail } = circuitAt();
    fail(3, new ChatFailure('rate_limited', { retryAfterMs: 60_000 }));
    wait(59_999);
    expect(circuit.mayAsk()).toBe(false);
    wait(1);
    expect(circuit.mayAsk()).toBe(true);
    fail(1, new ChatFailure('rate_limited', { retryAfterMs: 10 ** 9 }));
    wait(300_000);
    expect(circuit.mayAsk()).toBe(true);
  });

  it('does not mind what a model says', () => {
    const { circuit, fail } = circuitAt();
    fail(2);
    fail(5, new ChatFailure('malformed'));
    fail(2);
    expect(circuit.mayAsk()).toBe(true);
    expect(circuit.state).toBe('failing');
  });
});
