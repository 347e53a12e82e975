import { createElement, type SVGProps } from 'react';

interface IconData {
  readonly node: readonly (readonly [shape: string, attributes: Readonly<Record<string, string>>])[];
}

const SVG = {
  xmlns: 'http://www.w3.org/2000/svg',
  width: 24,
  height: 24,
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/**
 * Makes a component of an icon's shapes; without a label it is an ornament. The build puts it in the place of the icon
 * library's own, which knows sizes, colours and contexts that nothing here uses: style sheets say how icons look.
 */
export function createIcon({ node }: IconData) {
  const shapes = node.map(([shape, attributes]) => createElement(shape, attributes));
  return (props: SVGProps<SVGSVGElement>) =>
    createElement('svg', { ...SVG, 'aria-hidden': !('aria-label' in props) || undefined, ...props }, shapes);
}
