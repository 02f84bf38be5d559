
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.archive.KeptTraining;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ModelFingerprint;
import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.DiskTrouble;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.training.Continuation;
import io.github.cnnclassifier.training.StateStore;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.training.TrainingState;
import io.github.cnnclassifier.transfer.Parent;

/**
 * Keeps a training beside its model while it lasts, and knows where an earlier
 * one was that it goes on from. What is left when it is closed is what can be
 * gone on with: nothing if the training has ended, or was stopped before its
 * first epoch was over.
 */
final class TrainingFile implements AutoCloseable {

	private final Path file;
	private final TrainClassifier.Request request;
	private final Optional<KeptTraining> before;
	private final Progress progress;
	/** What the model file was before; empty if it is one of this training. */
	private final Optional<Stamp> otherModel;
	private KeptTraining now;
	private boolean isWorthKeeping;
	private boolean ended;

	/** Tells a file from one that took its place. */
	private record Stamp(FileTime modified, long bytes, String key) {

		static Optional<Stamp> of(final Path path) throws IOException {
			if (!Files.exists(path)) return Optional.empty();
			final BasicFileAttributes attributes = Files.readAttributes(path,
				BasicFileAttributes.class);
			return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes
				.size(), String.valueOf(attributes.fileKey())));
		}
	}

	private TrainingFile(final TrainClassifier.Request request,
		final Optional<KeptTraining> before, final Progress progress)
		throws IOException
	{
		this.otherModel = before.isPresent() ? Optional.empty() : Stamp.of(request
			.model());
		this.file = ResumeFile.of(request.model());
		this.request = request;
		this.before = before;
		this.progress = progress;
		this.isWorthKeeping = before.isPresent() && hasEpochs(before.get());
	}

	private static boolean hasEpochs(final KeptTraining training) {
		return training.first().isPresent() || training.run().filter(run -> !run
			.state().history().isEmpty()).isPresent();
	}

	/**
	 * For a training that begins.
	 *
	 * @param request what is asked for
	 * @param progress told if it cannot be kept
	 * @throws ExistingFile if an earlier one can go on and may not be dropped
	 * @throws WrongUsage if the file is no training
	 */
	static TrainingFile begin(final TrainClassifier.Request request,
		final Progress progress) throws IOException
	{
		final Path file = ResumeFile.of(request.model());
		ResumeFile.requireWritable(file);
		if (Files.exists(file)) {
			requireNone(request.model(), request.overwrite());
			progress.message(interrupted(request.model()) +
				" It is dropped when this one begins, as overwrite=true was set.");
		}
		return new TrainingFile(request, Optional.empty(), progress);
	}

	/**
	 * @param model to be written
	 * @param overwrite whether what is there may be dropped
	 * @throws ExistingFile if an earlier training can go on and may not be
	 *           dropped
	 */
	static void requireNone(final Path model, final boolean overwrite) {
		if (!overwrite && Files.exists(ResumeFile.of(model)))
			throw new ExistingFile(interrupted(model) +
				" Choose another name for model, or set overwrite=true to drop it.",
				model);
	}

	private static String interrupted(final Path model) {
		return "A training of '" + model +
			"' was interrupted and can go on with 'Resume CNN Training...'; it is " +
			"kept in '" + ResumeFile.of(model) + "'.";
	}

	/**
	 * For a training that goes on.
	 *
	 * @param request what was asked for
	 * @param before where it was
	 * @param progress told if it cannot be kept
	 */
	static TrainingFile goOn(final TrainClassifier.Request request,
		final KeptTraining before, final Progress progress) throws IOException
	{
		return new TrainingFile(request, Optional.of(before), progress);
	}

	/** @return where the training was; empty if it begins */
	Optional<KeptTraining> before() {
		return before;
	}

	/** @return where the training can be gone on from */
	Path path() {
		return file;
	}

	/**
	 * When it is known what is learned from.
	 *
	 * @param data of the training
	 * @param parent that it starts from
	 * @throws UserFailure if an earlier one started from another parent
	 */
	void begin(final TrainingData data, final Optional<Parent> parent)
		throws IOException
	{
		if (before.isPresent()) requireSame(parent, before.get());
		if (replacesParent()) {
			Files.deleteIfExists(file);
			progress.message("Warning: this training replaces the model that it " +
				"starts from, so it cannot be resumed if it is interrupted. Another " +
				"file for model avoids that.");
			return;
		}
		final Map<String, String> entries = new LinkedHashMap<>(RequestEntries
			.write(request));
		parent.ifPresent(p -> entries.put(RequestEntries.PARENT, p.fingerprint()));
		entries.put(RequestEntries.CORRECTIONS_LIST, KeptCorrections.of(request));
		now = new KeptTraining(entries, KeptImages.of(data), before.flatMap(
			KeptTraining::first), before.flatMap(KeptTraining::run));
		if (before.isEmpty()) keepBeginning();
	}

	private void keepBeginning() {
		try {
			ResumeFile.write(file, now);
		}
		catch (final IOException e) {
			progress.message("Warning: the training could not be kept for the case " +
				"that it is interrupted: " + DiskTrouble.reason(e) +
				". It begins, and tries again after each epoch.");
		}
	}

	private boolean replacesParent() throws IOException {
		final StartChoice start = request.start();
		return start.kind() == StartChoice.Kind.MODEL && Outputs.isSame(start
			.model(), request.model());
	}

	private void requireSame(final Optional<Parent> parent,
		final KeptTraining training)
	{
		final Optional<String> expected = Optional.ofNullable(training.request()
			.get(RequestEntries.PARENT));
		if (!parent.map(Parent::fingerprint).equals(expected))
			throw new UserFailure("The training started from " + (expected.isEmpty()
				? "random weights" : "the model '" + request.start() + "' (" + expected
					.get() + ")") + ", and what is there now is " + parent.map(
						p -> "another one, '" + p.name() + "' (" + p.fingerprint() + ")")
						.orElse("none") + ". Put it back, or train anew with " +
				"overwrite=true.");
	}

	/** An epoch is finished: from now on there is something to lose. */
	void setWorthKeeping() {
		isWorthKeeping = true;
	}

	/**
	 * Nothing of the training shall be left: neither what it could go on from nor
	 * its model. A model of before that it has not replaced yet stays.
	 */
	void discard() throws IOException {
		ended = true;
		final Optional<Stamp> model = Stamp.of(request.model());
		if (model.isPresent() && !model.equals(otherModel)) Files.delete(request
			.model());
	}

	/** The training has ended as it should. */
	void setEnded() {
		ended = true;
	}

	/**
	 * @param spec of the network that learns
	 * @return where the first run begins
	 * @throws UserFailure if an earlier one had another network
	 */
	Continuation firstRun(final NetworkSpec spec) {
		return new Continuation(before.filter(b -> b.first().isEmpty()).flatMap(
			b -> state(b, spec)), store(spec, Optional.empty()));
	}

	/**
	 * @param spec of the network that learns
	 * @param first how the first run ended
	 * @return where the second run begins
	 * @throws UserFailure if an earlier one had another network
	 */
	Continuation secondRun(final NetworkSpec spec,
		final KeptTraining.FirstRun first)
	{
		return new Continuation(before.filter(b -> b.first().isPresent()).flatMap(
			b -> state(b, spec)), store(spec, Optional.of(first)));
	}

	/**
	 * @param first how the first run ended, before the second one began
	 * @param engine checks the model
	 * @return what it left in the model file
	 * @throws UserFailure if the file holds another model now; if it is that of
	 *           the second run, nothing is left to do
	 */
	Learning.Trained firstModel(final KeptTraining.FirstRun first,
		final Engine engine)
	{
		final SavedClassifier saved = ModelArchive.read(request.model(), engine);
		if (!ModelFingerprint.of(saved).equals(first.model())) {
			if (before.flatMap(KeptTraining::run).filter(run -> isEndOf(run, saved))
				.isPresent())
			{
				ended = true;
				throw hasEnded(request.model());
			}
			throw new UserFailure("The file '" + request.model() +
				"' holds another model than the first run of this training left. Put " +
				"that one back, or train anew with overwrite=true.");
		}
		final TrainingRecord record = saved.description().training();
		return new Learning.Trained(saved.networkSpec(), saved.weights(),
			TrainingSettings.read(record.settings(), record.seed()), first.result(),
			saved.description().confidence());
	}

	/** The model is written before the training is forgotten. */
	private static boolean isEndOf(final KeptTraining.Run second,
		final SavedClassifier saved)
	{
		final TrainingState state = second.state();
		if (state.history().size() < state.settings().epochs() || !second.spec()
			.equals(saved.networkSpec())) return false;
		final Weights left = saved.description().confidence().temperature()
			.foldedInto(NetworkPlan.of(second.spec()), state.mean());
		return left.tensors().stream().allMatch(tensor -> Arrays.equals(tensor
			.data(), saved.weights().get(tensor.name()).data()));
	}

	/** @param model of a training of which nothing is left to do */
	static UserFailure hasEnded(final Path model) {
		return new UserFailure("There is nothing to resume: the training of '" +
			model + "' has ended. To train on from it, begin a training with start=" +
			model + " unfreeze=all and another file for model.");
	}

	private Optional<TrainingState> state(final KeptTraining training,
		final NetworkSpec spec)
	{
		if (training.run().isEmpty()) return Optional.empty();
		final KeptTraining.Run run = training.run().get();
		if (!run.spec().equals(spec)) throw new UserFailure(
			"The training was begun with another network than " + spec.architecture()
				.name() + " for " + spec.classes() + " classes as it is now. If '" +
				request.network() +
				"' is a file, put back what it was; or train anew " +
				"with overwrite=true.");
		return Optional.of(run.state());
	}

	private StateStore store(final NetworkSpec spec,
		final Optional<KeptTraining.FirstRun> first)
	{
		if (now == null) return StateStore.NONE;
		return state -> ResumeFile.write(file, new KeptTraining(now.request(), now
			.images(), first, Optional.of(new KeptTraining.Run(spec, state))));
	}

	@Override
	public void close() throws IOException {
		final boolean begun = now != null;
		if (begun && (ended || !isWorthKeeping)) Files.deleteIfExists(file);
	}
}
