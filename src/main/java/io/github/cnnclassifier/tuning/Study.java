
package io.github.cnnclassifier.tuning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/**
 * A search for better settings: the default ones first, then the search, then
 * the best and the default again with other seeds. Each trial is on disk as
 * soon as it ended. A trial that fails is one of them, with its reason.
 * <p>
 * Runs on the caller's thread.
 */
public final class Study {

	/**
	 * What a search consists of.
	 *
	 * @param space what is varied
	 * @param strategy in which order
	 * @param objective what counts
	 * @param seed of the order and of all trainings but the repeats
	 */
	public record Search(SearchSpace space, StrategyKind strategy,
			Objective objective, long seed)
	{

		/**
		 * @throws io.github.cnnclassifier.failure.WrongUsage if a grid is too large
		 */
		public Search {
			strategy.strategy(space, objective, new SeedTree(seed));
		}
	}

	/** Beyond the budget, a training that is nearly ready may end. */
	private static final double LENIENCE = 1.05;
	private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

	private final Search search;
	private final Budget budget;
	private final TrialTraining training;
	private final StudyFolder folder;
	private final TuningListener listener;
	private final Progress progress;
	private final LongSupplier nanos;
	private final long start;

	/**
	 * A study whose time may have begun earlier, as images take long to read.
	 *
	 * @param search what is tried
	 * @param budget how long
	 * @param training trains and judges
	 * @param folder keeps the trials; stays the caller's to close
	 * @param listener watches
	 * @param progress shows and cancels
	 * @param start when its time began, as {@link System#nanoTime} tells it
	 */
	public Study(final Search search, final Budget budget,
		final TrialTraining training, final StudyFolder folder,
		final TuningListener listener, final Progress progress, final long start)
	{
		this(search, budget, training, folder, listener, progress, System::nanoTime,
			start);
	}

	Study(final Search search, final Budget budget, final TrialTraining training,
		final StudyFolder folder, final TuningListener listener,
		final Progress progress, final LongSupplier nanos, final long start)
	{
		this.search = search;
		this.budget = budget;
		this.training = training;
		this.folder = folder;
		this.listener = listener;
		this.progress = progress;
		this.nanos = nanos;
		this.start = start;
	}

	/**
	 * Makes trials until the budget is used up, or there is nothing left to try.
	 *
	 * @param before the trials that were found on disk
	 * @return these and the new ones, in order
	 * @throws UserFailure if a trial that was found is not of this search
	 * @throws CanceledException if the user stopped it; the trials that ended are
	 *           on disk
	 * @throws IOException if the disk fails
	 */
	public List<FinishedTrial> run(final List<FinishedTrial> before)
		throws IOException
	{
		before.forEach(this::requireOfThisSpace);
		final double earlier = before.stream().mapToDouble(t -> t.result()
			.seconds()).sum();
		final StudyPlan plan = new StudyPlan(search.strategy().strategy(search
			.space(), search.objective(), new SeedTree(search.seed()).child(
				"tuning")), search.objective(), budget, training, search.seed(), before
					.size());
		final List<FinishedTrial> done = new ArrayList<>(before);
		for (final FinishedTrial trial : before)
			listener.onTrial(trial);
		while (true) {
			progress.checkCanceled();
			final Optional<Trial> next = plan.next(done, earlier + seconds());
			if (next.isEmpty()) return done;
			listener.onBegin(next.get());
			final FinishedTrial ended = new FinishedTrial(next.get(), made(next.get(),
				earlier, done.size()));
			folder.add(ended);
			done.add(ended);
			listener.onTrial(ended);
		}
	}

	private void requireOfThisSpace(final FinishedTrial found) {
		final List<String> names = search.space().dimensions().stream().map(
			Dimension::name).toList();
		final Trial trial = found.trial();
		if (!names.containsAll(trial.setting().values().keySet()))
			throw new UserFailure("The study cannot go on: expected trial " + trial
				.number() + " to change only " + String.join(", ", names) +
				", found '" + Legible.quote(trial.setting()) +
				"'. Put its file back as it was, or choose another folder.");
	}

	private TrialResult made(final Trial trial, final double earlier,
		final int done) throws IOException
	{
		final double begin = seconds();
		final TrialProgress watched = new TrialProgress(progress, "Trial " + trial
			.number() + ": " + trial.setting(), () -> Math.min(1, Math.max((earlier +
				seconds()) / budget.seconds(), (double) done / budget.most())),
			() -> left(earlier + seconds()), () -> earlier + seconds() > LENIENCE *
				budget.seconds());
		try {
			final TrialTraining.Learned learned = training.train(trial, watched);
			progress.checkCanceled();
			// with a head start, what was there before is a whole model, too
			final boolean whole = learned.whole() && !watched.isCanceled();
			return new TrialResult(whole ? TrialResult.Status.FINISHED
				: TrialResult.Status.CUT, whole ? "" : "The time was over.", learned
					.score(), seconds() - begin, learned.curve(), watched.log());
		}
		catch (final CanceledException e) {
			if (progress.isCanceled()) throw e;
			return without(TrialResult.Status.CUT,
				"The time was over before there was anything to judge.", begin,
				watched);
		}
		catch (final UserFailure e) {
			return without(TrialResult.Status.FAILED, e.getMessage(), begin, watched);
		}
		catch (final OutOfMemoryError e) {
			return without(TrialResult.Status.FAILED,
				"The memory is too small for this: " + e.getMessage(), begin, watched);
		}
	}

	/** Without a score. */
	private TrialResult without(final TrialResult.Status status,
		final String reason, final double begin, final TrialProgress watched)
	{
		return new TrialResult(status, reason, null, seconds() - begin, List.of(),
			watched.log());
	}

	private double seconds() {
		return (nanos.getAsLong() - start) / NANOS;
	}

	private String left(final double used) {
		if (Double.isInfinite(budget.seconds())) return "";
		final double left = Math.max(0, budget.seconds() - used);
		return left < 90 ? String.format(Locale.ROOT, ", %.0f s left", left)
			: String.format(Locale.ROOT, ", about %.0f min left", left / 60);
	}
}
