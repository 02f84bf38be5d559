
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageWriter;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/** Joins the labels in memory, those on the disk, features and predictions. */
final class OpenLabelSession implements LabelSession {

	private final LabelSource source;
	private final Path file;
	private final ImageWriter writer;
	private final CropImages images;
	private final LabelBook book;
	private final LabelWriter disk;
	private final FeatureRun features;
	private final PredictionThread predicting;
	private final List<LabelListener> listeners = new CopyOnWriteArrayList<>();
	private volatile boolean closed;

	/**
	 * @param source where the crops come from
	 * @param list the file of the labels, opened; owned by this from now on
	 * @param file where it is
	 * @param book with the labels that are saved already
	 * @param writing of pixels, and who labels when
	 * @param maker of features
	 * @param seed of all that is drawn
	 */
	OpenLabelSession(final LabelSource source, final LabelFile list,
		final Path file, final LabelBook book, final Writing writing,
		final CropFeatures maker, final long seed)
	{
		this.source = source;
		this.file = file;
		this.book = book;
		writer = writing.writer();
		images = new CropImages(source.crops());
		disk = new LabelWriter(list, file, new CropCopies(file, writer), source
			.crops(), writing.who(), writing.clock(), new Saving());
		predicting = new PredictionThread(source.crops(), book, images,
			new SeedTree(seed).child("labels"), () -> tell(
				LabelListener::predictionsChanged));
		features = new FeatureRun(images, maker, new FeatureRun.Watcher() {

			@Override
			public void changed() {
				tell(LabelListener::featuresChanged);
			}

			@Override
			public void enough() {
				predict();
			}
		});
	}

	/** Begins to compute features. */
	void start() {
		features.start();
	}

	private void predict() {
		predicting.begin(features::features);
	}

	private void tell(final Consumer<LabelListener> what) {
		listeners.forEach(what);
	}

	@Override
	public String title() {
		return source.title();
	}

	@Override
	public int size() {
		return source.crops().size();
	}

	@Override
	public Crop crop(final int crop) {
		return source.crops().get(crop);
	}

	@Override
	public Thumbnail thumbnail(final int crop) throws IOException {
		return images.thumbnail(crop);
	}

	@Override
	public List<LabelClass> classes() {
		return book.classes();
	}

	@Override
	public LabelClass addClass(final String label) {
		final LabelClass added = book.addClass(label);
		tell(LabelListener::labelsChanged);
		return added;
	}

	@Override
	public CompletableFuture<Void> renameClass(final String from,
		final String to)
	{
		final CompletableFuture<Void> renamed;
		synchronized (disk) {
			requireOpen();
			book.rename(from, to);
			renamed = disk.rename(from, to.strip());
		}
		tell(LabelListener::labelsChanged);
		return renamed;
	}

	@Override
	public void removeClass(final String label) {
		book.removeClass(label);
		tell(LabelListener::labelsChanged);
	}

	@Override
	public CompletableFuture<Void> label(final int[] crops, final String label) {
		return give(Arrays.stream(crops).filter(crop -> images.problem(crop)
			.isEmpty()).toArray(), Optional.of(label));
	}

	@Override
	public CompletableFuture<Void> unlabel(final int[] crops) {
		return give(crops, Optional.empty());
	}

	private CompletableFuture<Void> give(final int[] crops,
		final Optional<String> label)
	{
		final CompletableFuture<Void> saved;
		// the disk gets changes in the order in which the book has them
		synchronized (disk) {
			requireOpen();
			saved = disk.write(book.give(crops, label));
		}
		changed();
		return saved;
	}

	private void changed() {
		predict();
		tell(LabelListener::labelsChanged);
	}

	/** While the disk is held, so that it is not closed meanwhile. */
	private void requireOpen() {
		if (closed) throw new UserFailure(
			"The labeling has ended. Open it again to go on.");
	}

	@Override
	public boolean canUndo() {
		return book.canUndo();
	}

	@Override
	public boolean canRedo() {
		return book.canRedo();
	}

	@Override
	public int[] undo() {
		final LabelBook.Change change;
		synchronized (disk) {
			requireOpen();
			change = book.undo();
			disk.write(change.labels());
		}
		changed();
		return indices(change);
	}

	@Override
	public int[] redo() {
		final LabelBook.Change change;
		synchronized (disk) {
			requireOpen();
			change = book.redo();
			disk.write(change.labels());
		}
		changed();
		return indices(change);
	}

	private static int[] indices(final LabelBook.Change change) {
		return change.crops().stream().mapToInt(i -> i).toArray();
	}

	@Override
	public void putOff(final int[] crops) {
		synchronized (disk) {
			requireOpen();
			disk.write(book.putOff(crops));
		}
		changed();
	}

	@Override
	public void putBack() {
		book.putBack();
		predict();
	}

	@Override
	public CropState state(final int crop) {
		final Findings findings = predicting.findings();
		final Predicted predicted = findings.predicted();
		final Optional<String> confirmed = book.label(crop);
		final Optional<String> problem = images.problem(crop);
		if (problem.isPresent() || !predicted.has(crop)) return new CropState(
			confirmed, Optional.empty(), Float.NaN, Float.NaN, problem);
		return new CropState(confirmed, Optional.of(book.nameOf(predicted.label(
			crop))), predicted.probability(crop), predicted.doubt(crop), problem);
	}

	@Override
	public LabelCounts counts() {
		final Map<String, Integer> confirmed = new LinkedHashMap<>();
		final Map<String, Integer> predicted = new LinkedHashMap<>();
		for (final LabelClass known : book.classes()) {
			confirmed.put(known.label(), 0);
			predicted.put(known.label(), 0);
		}
		int problems = 0;
		for (int i = 0; i < size(); i++) {
			final CropState state = state(i);
			if (state.problem().isPresent()) problems++;
			if (state.confirmed().isPresent()) confirmed.merge(state.confirmed()
				.get(), 1, Integer::sum);
			else state.predicted().ifPresent(label -> predicted.merge(label, 1,
				Integer::sum));
		}
		return new LabelCounts(size(), confirmed, predicted, problems, disk
			.unsaved());
	}

	@Override
	public int[] order(final CropOrder by) {
		final CropState[] states = IntStream.range(0, size()).mapToObj(this::state)
			.toArray(CropState[]::new);
		final int[] base = by == CropOrder.ALIKE ? predicting.findings().alike(
			size()) : IntStream.range(0, size()).toArray();
		final Comparator<Integer> broken = Comparator.comparing(i -> states[i]
			.problem().isPresent());
		return Arrays.stream(base).boxed().sorted(broken.thenComparing(comparator(
			by, states))).mapToInt(i -> i).toArray();
	}

	private Comparator<Integer> comparator(final CropOrder by,
		final CropState[] states)
	{
		return switch (by) {
			case SOURCE, ALIKE -> (a, b) -> 0;
			case CLASS -> byClass(states);
			case CONFIDENCE -> unconfirmedFirst(states).thenComparing(i -> falling(
				states[i].probability()));
			case DOUBT -> unconfirmedFirst(states).thenComparing(i -> falling(
				states[i].doubt()));
		};
	}

	private Comparator<Integer> byClass(final CropState[] states) {
		final List<String> labels = book.classes().stream().map(LabelClass::label)
			.toList();
		final Comparator<Integer> label = Comparator.comparing(i -> states[i]
			.shown().map(labels::indexOf).orElse(labels.size()));
		return label.thenComparing(i -> states[i].confirmed().isEmpty())
			.thenComparing(i -> states[i].confirmed().isPresent() ? 0.0 : falling(
				states[i].probability()));
	}

	private static Comparator<Integer> unconfirmedFirst(
		final CropState[] states)
	{
		return Comparator.comparing(i -> states[i].confirmed().isPresent());
	}

	/** From the largest to the smallest, numbers before none. */
	private static double falling(final float value) {
		return Float.isNaN(value) ? Double.MAX_VALUE : -value;
	}

	@Override
	public int[] proposals(final int most) {
		return Arrays.stream(predicting.findings().suggestions().proposals())
			.filter(this::isOpen).limit(most).toArray();
	}

	/** Labels may have been given since suggestions were made. */
	private boolean isOpen(final int crop) {
		return book.isOpen(crop) && images.problem(crop).isEmpty();
	}

	@Override
	public List<AlikeCrops> groups() {
		final Findings findings = predicting.findings();
		final List<AlikeCrops> groups = new ArrayList<>();
		for (final Suggestions.Group group : findings.suggestions().groups()) {
			final int[] open = Arrays.stream(group.crops()).filter(this::isOpen)
				.toArray();
			if (open.length > 0) groups.add(new AlikeCrops(group
				.label() == LabelBook.NONE ? Optional.empty() : Optional.of(book.nameOf(
					group.label())), open, least(findings.predicted(), group.label(),
						open)));
		}
		return groups;
	}

	private static double least(final Predicted predicted, final int label,
		final int[] crops)
	{
		final int k = Arrays.binarySearch(predicted.classes(), label);
		return k < 0 ? Double.NaN : Arrays.stream(crops).filter(predicted::has)
			.mapToDouble(crop -> predicted.probabilities()[crop][k]).min().orElse(
				Double.NaN);
	}

	@Override
	public CompletableFuture<Void> settled() {
		return predicting.settled();
	}

	@Override
	public LabelForecast forecast() {
		return predicting.findings().forecast();
	}

	@Override
	public FeatureStage features() {
		return features.stage();
	}

	@Override
	public void cancelFeatures() {
		features.cancel();
	}

	@Override
	public void resumeFeatures() {
		requireOpen();
		features.start();
		tell(LabelListener::featuresChanged);
	}

	@Override
	public Path file() {
		return file;
	}

	@Override
	public AnnotatorAgreement compareWith(final Path other) throws IOException {
		final Map<String, AnnotatorLabels.Given> own = new LinkedHashMap<>();
		for (int i = 0; i < size(); i++) {
			final Crop crop = crop(i);
			book.label(i).ifPresent(label -> own.put(crop.name(),
				new AnnotatorLabels.Given(label, crop.group() == null ? "" : crop
					.group())));
		}
		return AnnotatorLabels.agreement(new AnnotatorLabels("the labels here",
			own), AnnotatorLabels.read(other));
	}

	@Override
	public ExportedCrops exportFolders(final Path folder,
		final Optional<Double> leastProbability, final Progress progress)
		throws IOException
	{
		return new ExportCrops(this, images, writer, progress).run(folder,
			leastProbability);
	}

	@Override
	public void addListener(final LabelListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removeListener(final LabelListener listener) {
		listeners.remove(listener);
	}

	@Override
	public void save() throws IOException {
		final CompletableFuture<Void> saved;
		synchronized (disk) {
			if (closed) return;
			saved = disk.write(Map.of());
		}
		try {
			saved.get();
		}
		catch (final ExecutionException e) {
			// labels of crops that cannot be read are told, and do not wait
			if (disk.unsaved() > 0) throw new IOException(e.getCause().getMessage(), e
				.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Saving labels was interrupted");
		}
	}

	@Override
	public void close() throws IOException {
		synchronized (disk) {
			if (closed) return;
			closed = true;
		}
		features.cancel();
		predicting.close();
		disk.close();
	}

	/** Passes on what comes of saving. */
	private final class Saving implements LabelWriter.Watcher {

		@Override
		public void saved() {
			tell(LabelListener::saved);
		}

		@Override
		public void failed(final String reason) {
			tell(listener -> listener.saveFailed(reason));
		}

		@Override
		public void unreadable(final int crop, final String reason) {
			images.setProblem(crop, reason);
			book.drop(crop);
			changed();
		}
	}
}
