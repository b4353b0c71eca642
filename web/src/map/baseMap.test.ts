import { expect, test } from 'vitest';
import { hostOf, isStyleAddress, styleAddressOf } from './baseMap';

test('the plain base map asks nobody', () => {
  expect(styleAddressOf({ kind: 'plain', address: 'https://tiles.example/style.json' })).toBeUndefined();
  expect(hostOf({ kind: 'plain', address: '' })).toBeUndefined();
});

test('the host of one’s own style can be told', () => {
  expect(hostOf({ kind: 'own', address: 'https://tiles.example/style.json' })).toBe('tiles.example');
});

test.each(['', 'style.json', 'http://tiles.example/style.json', 'javascript:alert(1)'])('%j is no address of a style', (address) => {
  expect(isStyleAddress(address)).toBe(false);
  expect(styleAddressOf({ kind: 'own', address })).toBeUndefined();
});
