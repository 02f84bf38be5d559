
package io.github.cnnclassifier.tuning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.cnnclassifier.tuning.Repeats.Repeat;
import io.github.cnnclassifier.tuning.Strategy.Proposal;

/**
 * What a study does next: first the default settings, then the search, and in
 * the last part of the budget the repeats. What was cut short, as the time was
 * over, is made again if there is more time now. Immutable.
 */
final class StudyPlan {

	/** The most of the budget that repeats take. */
	private static final double SHARE_OF_REPEATS = 0.4;
	/** Then the search is at its end: nothing is going to work. */
	private static final int FAILURES_IN_A_ROW = 20;
	/** How many proposals are looked at for one that is short enough. */
	private static final int PROPOSALS = 20;

	private final Strategy strategy;
	private final Objective objective;
	private final Budget budget;
	private final TrialTraining training;
	private final long seed;
	private final int before;

	/**
	 * @param before how many trials were made under another budget, perhaps:
	 *          after their repeats the search may go on
	 */
	StudyPlan(final Strategy strategy, final Objective objective,
		final Budget budget, final TrialTraining training, final long seed,
		final int before)
	{
		this.strategy = strategy;
		this.objective = objective;
		this.budget = budget;
		this.training = training;
		this.seed = seed;
		this.before = before;
	}

	/**
	 * @param done all trials so far, in order
	 * @param seconds that the study has taken
	 * @return the next trial; empty if the study is at its end
	 */
	Optional<Trial> next(final List<FinishedTrial> done, final double seconds) {
		final int number = done.size() + 1;
		if (number > budget.most() || seconds >= budget.seconds()) return Optional
			.empty();
		if (made(done, Trial.Purpose.DEFAULT).isEmpty()) return Optional.of(
			new Trial(number, Trial.Purpose.DEFAULT, Setting.DEFAULT, 0, 1, seed));
		final Optional<Proposal> search = search(done, seconds);
		if (search.isPresent()) return search.map(p -> new Trial(number,
			Trial.Purpose.SEARCH, p.setting(), p.rung(), p.share(), seed));
		return repeat(done, seconds).map(r -> new Trial(number,
			Trial.Purpose.REPEAT, r.setting(), 0, 1, r.seed()));
	}

	/** @return the trials that need not be made again */
	private static List<FinishedTrial> made(final List<FinishedTrial> done,
		final Trial.Purpose purpose)
	{
		return done.stream().filter(t -> t.is(purpose) && !t.isCut()).toList();
	}

	private Optional<Proposal> search(final List<FinishedTrial> done,
		final double seconds)
	{
		// those who are repeated now stay the best
		if (done.stream().skip(before).anyMatch(t -> t.is(Trial.Purpose.REPEAT)))
			return Optional.empty();
		final List<FinishedTrial> searched = made(done, Trial.Purpose.SEARCH);
		if (isHopeless(searched) || done.size() + 1 + reservedTrials() > budget
			.most()) return Optional.empty();
		final TrialTimes times = new TrialTimes(done, training);
		final double left = budget.seconds() - seconds - reservedSeconds(done,
			times, seconds);
		final Predicate<Proposal> fits = p -> times.expected(p.setting(), p
			.share()) <= left;
		return strategy.proposals(searched).limit(PROPOSALS).filter(fits)
			.findFirst();
	}

	private static boolean isHopeless(final List<FinishedTrial> searched) {
		return searched.size() >= FAILURES_IN_A_ROW && searched.subList(searched
			.size() - FAILURES_IN_A_ROW, searched.size()).stream().noneMatch(
				FinishedTrial::hasScore);
	}

	/** Pairs of the same seed. */
	private int reservedTrials() {
		return Math.min(Repeats.wanted(), (int) (SHARE_OF_REPEATS * budget.most()) /
			2 * 2);
	}

	private double reservedSeconds(final List<FinishedTrial> done,
		final TrialTimes times, final double seconds)
	{
		final double one = times.expected(Setting.DEFAULT, 1);
		final double finalists = Repeats.finalists(done, objective).stream()
			.mapToDouble(s -> times.expected(s, 1)).average().orElse(one);
		final double usual = Math.max(one, finalists);
		final double reserved = Math.min(Repeats.wanted() * usual, Math.max(
			SHARE_OF_REPEATS * budget.seconds(), Repeats.needed() * usual));
		// with too little time for both, at least something is searched
		final boolean begun = done.stream().anyMatch(t -> t.is(
			Trial.Purpose.SEARCH));
		return reserved > budget.seconds() - seconds && !begun ? 0 : reserved;
	}

	private Optional<Repeat> repeat(final List<FinishedTrial> done,
		final double seconds)
	{
		final Set<Repeat> made = made(done, Trial.Purpose.REPEAT).stream().map(
			t -> new Repeat(t.trial().setting(), t.trial().seed())).collect(Collectors
				.toSet());
		final TrialTimes times = new TrialTimes(done, training);
		return Repeats.of(Repeats.finalists(done, objective), seed).stream().filter(
			r -> !made.contains(r) && seconds + times.expected(r.setting(),
				1) <= budget.seconds()).findFirst();
	}
}
