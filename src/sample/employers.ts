/** The invented employers that people work for, at home and outside the province. */
import { organisationCode } from './identity.ts';
import { localEmployer, outsideEmployer } from './names.ts';
import type { Plan } from './plan.ts';
import type { Named } from './world.ts';

export interface Employer {
  readonly name: string;
  readonly code: string;
  /** Where the work is: a province or a county. */
  readonly region: string;
  readonly industry: string;
}

export class Employers {
  private readonly outside: readonly Employer[];
  private readonly local = new Map<string, readonly Employer[]>();
  private turn = 0;

  constructor(plan: Plan, counties: readonly Named[]) {
    const pool = 60 + Math.round(240 * plan.scale);
    this.outside = Array.from({ length: pool }, (_, index) => ({ ...outsideEmployer(index), code: organisationCode(100_000 + index) }));
    for (const [place, county] of counties.entries()) {
      const employers = Array.from({ length: 24 + Math.round(60 * plan.scale) }, (_, index) => ({
        ...localEmployer(index, county.code, county.name),
        code: organisationCode(200_000 + place * 1000 + index),
      }));
      this.local.set(county.code, employers);
    }
  }

  /** The next employer outside the province, in turn: nobody is met twice before all have been met. */
  nextOutside(): Employer {
    this.turn += 1;
    return this.outside[this.turn % this.outside.length] as Employer;
  }

  nextLocal(county: string): Employer {
    const pool = this.local.get(county) ?? this.outside;
    this.turn += 1;
    return pool[this.turn % pool.length] as Employer;
  }
}
