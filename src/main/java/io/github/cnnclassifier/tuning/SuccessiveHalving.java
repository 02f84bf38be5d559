
package io.github.cnnclassifier.tuning;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.cnnclassifier.random.SeedTree;

/**
 * Many short trainings, and longer ones for the best third of them only:
 * successive halving (Jamieson and Talwalkar, 2016) in the asynchronous form of
 * Li et al., 2020, which needs no budget beforehand: a setting goes on as soon
 * as it is in the best third of those that were trained as long, if these are
 * enough to tell, and the longest training that is due comes first. A short
 * training is a whole one of fewer epochs, whose learning rate falls to its
 * end. With a small budget nothing is trained as a whole here: the repeats of
 * the best settings do that.
 */
final class SuccessiveHalving implements Strategy {

	private static final int REDUCTION = 3;
	/** 1/9, 1/3 and 1. */
	private static final int RUNGS = 3;
	/** Of fewer, the best third has mostly been lucky. */
	private static final int ENOUGH = 9;

	private final RandomSettings settings;
	private final Objective objective;

	SuccessiveHalving(final SearchSpace space, final Objective objective,
		final SeedTree seed)
	{
		settings = new RandomSettings(space, seed);
		this.objective = objective;
	}

	@Override
	public Stream<Proposal> proposals(final List<FinishedTrial> searched) {
		final Set<Setting> begun = FinishedTrial.settings(at(searched, 0));
		final Stream<Proposal> promoted = IntStream.iterate(RUNGS - 2, r -> r >= 0,
			r -> r - 1).boxed().flatMap(r -> promoted(searched, r).map(s -> proposal(
				s, r + 1)));
		return Stream.concat(promoted, settings.stream().filter(s -> !begun
			.contains(s)).map(s -> proposal(s, 0)));
	}

	private static Proposal proposal(final Setting setting, final int rung) {
		return new Proposal(setting, rung, share(rung));
	}

	private static double share(final int rung) {
		return Math.pow(REDUCTION, rung - (RUNGS - 1));
	}

	private static List<FinishedTrial> at(final List<FinishedTrial> searched,
		final int rung)
	{
		return searched.stream().filter(t -> t.trial().rung() == rung).toList();
	}

	/** One that failed counts among those that others are better than. */
	private Stream<Setting> promoted(final List<FinishedTrial> searched,
		final int rung)
	{
		final List<FinishedTrial> here = at(searched, rung);
		if (here.size() < ENOUGH) return Stream.empty();
		final Set<Setting> above = FinishedTrial.settings(at(searched, rung + 1));
		return here.stream().filter(FinishedTrial::isFinished).sorted(objective
			.better()).limit(here.size() / REDUCTION).map(t -> t.trial().setting())
			.filter(s -> !above.contains(s));
	}

	@Override
	public double firstShare() {
		return share(0);
	}
}
