import type { Compared } from '../reconciled';
import type { Period } from '../series';
import type { DateTick } from './date-ticks';
import type { Line } from './line';

/** What surrounds the pictures, in pixels: numbers to the left, dates below. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ChartOptions {
  /** In pixels, its margins included. */
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  /** How wide a date is, in pixels. */
  readonly dateRoom: number;
  /** The period that is marked as the worst; `null` where there is none. */
  readonly worst: Period | null;
  /** Whether the difference of each period is drawn, where there is another side. */
  readonly withDifference: boolean;
  /** The highest count, where several pictures share one axis. */
  readonly most?: number;
}

/** A part of the picture, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One period, with what is known of it and where that stands; nothing stands where nothing is known. */
export interface ChartValue extends Compared {
  readonly period: Period;
  readonly x: number;
  readonly countedY: number | null;
  readonly thirdPartyY: number | null;
  /** The bar of the difference; above the line of 0 where the ad server counted more. */
  readonly bar: Box | null;
  readonly isWorst: boolean;
}

/** A picture: two lines above, the difference of each period below. Everything is in pixels. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly lines: { readonly box: Box; readonly ticks: readonly NumberTick[] };
  /** `null` where it is not drawn. */
  readonly differences: {
    readonly box: Box;
    readonly ticks: readonly NumberTick[];
    readonly zero: number;
  } | null;
  readonly dates: readonly DateTick[];
  readonly values: readonly ChartValue[];
  readonly counted: Line;
  readonly thirdParty: Line | null;
  /** Saturdays and Sundays; none where a day is too narrow to show them. */
  readonly weekends: readonly Box[];
  /** The width of one period. */
  readonly step: number;
}

export interface NumberTick {
  readonly y: number;
  readonly value: number;
}
