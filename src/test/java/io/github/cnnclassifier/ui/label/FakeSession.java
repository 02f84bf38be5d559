
package io.github.cnnclassifier.ui.label;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.label.AlikeCrops;
import io.github.cnnclassifier.workflow.label.AnnotatorAgreement;
import io.github.cnnclassifier.workflow.label.Crop;
import io.github.cnnclassifier.workflow.label.CropOrder;
import io.github.cnnclassifier.workflow.label.CropState;
import io.github.cnnclassifier.workflow.label.FeatureStage;
import io.github.cnnclassifier.workflow.label.LabelClass;
import io.github.cnnclassifier.workflow.label.LabelCounts;
import io.github.cnnclassifier.workflow.label.LabelForecast;
import io.github.cnnclassifier.workflow.label.LabelListener;
import io.github.cnnclassifier.workflow.label.LabelSession;
import io.github.cnnclassifier.workflow.label.Thumbnail;

/**
 * A session that computes nothing: crop i is of class i modulo the number of
 * classes, from the second label on all others are predicted so, and the larger
 * its index the less sure that is. Alike are crops whose indices begin with the
 * same tens.
 */
final class FakeSession implements LabelSession {

	static final int GROUP = 10;

	private static final String KEYS = "123456789abcdefghijklmnopqrstuvwxyz";

	private final int size;
	private final List<RegionOfInterest> regions;
	private final List<String> classes = new ArrayList<>();
	private final Map<Integer, String> labels = new TreeMap<>();
	private final Deque<Map<Integer, String>> undo = new ArrayDeque<>();
	private final Deque<Map<Integer, String>> redo = new ArrayDeque<>();
	private final List<Integer> putOff = new ArrayList<>();
	private final List<LabelListener> listeners = new CopyOnWriteArrayList<>();
	private final AtomicInteger read = new AtomicInteger();
	private volatile boolean closed;
	private volatile boolean broken;

	FakeSession(final int size, final List<RegionOfInterest> regions,
		final String... classes)
	{
		this.size = size;
		this.regions = List.copyOf(regions);
		this.classes.addAll(List.of(classes));
	}

	/** How many thumbnails were read. */
	int read() {
		return read.get();
	}

	boolean isClosed() {
		return closed;
	}

	int listeners() {
		return listeners.size();
	}

	synchronized Map<Integer, String> labels() {
		return new TreeMap<>(labels);
	}

	/** From now on no label comes to the disk. */
	void breakTheDisk() {
		broken = true;
	}

	/** From now on they do again. */
	void mendTheDisk() {
		broken = false;
	}

	@Override
	public String title() {
		return "cells.tif";
	}

	@Override
	public int size() {
		return size;
	}

	@Override
	public Crop crop(final int crop) {
		return new Crop("cells.tif#" + crop, "cell " + crop, null, "", () -> {
			throw new IOException("there is nothing to read");
		}, crop < regions.size() ? regions.get(crop) : null);
	}

	/** A disk as large as its class, the brighter the larger the index. */
	@Override
	public Thumbnail thumbnail(final int crop) throws IOException {
		read.incrementAndGet();
		if (crop == size - 1) throw new IOException("the file is damaged");
		final int side = 48;
		final int[] rgb = new int[side * side];
		final int kind = crop % 4;
		for (int i = 0; i < rgb.length; i++) {
			final int x = i % side - side / 2;
			final int y = i / side - side / 2;
			final boolean inside = x * x + y * y < (8 + 4 * kind) * (8 + 4 * kind);
			final int gray = inside ? 120 + crop * 7 % 110 : 30;
			rgb[i] = gray << 16 | gray << 8 | gray;
		}
		return new Thumbnail(side, side, rgb);
	}

	@Override
	public synchronized List<LabelClass> classes() {
		return IntStream.range(0, classes.size()).mapToObj(i -> new LabelClass(
			classes.get(i), KEYS.charAt(i))).toList();
	}

	@Override
	public synchronized LabelClass addClass(final String label) {
		if (label.isBlank()) throw new UserFailure("Expected a name, found none.");
		if (!classes.contains(label)) classes.add(label);
		listeners.forEach(LabelListener::labelsChanged);
		return new LabelClass(label, KEYS.charAt(classes.indexOf(label)));
	}

	@Override
	public synchronized CompletableFuture<Void> renameClass(final String from,
		final String to)
	{
		if (classes.contains(to)) throw new UserFailure("There is a class '" + to +
			"' already.");
		classes.set(classes.indexOf(from), to);
		labels.replaceAll((crop, label) -> label.equals(from) ? to : label);
		return changed();
	}

	@Override
	public synchronized void removeClass(final String label) {
		if (labels.containsValue(label)) throw new UserFailure("A crop has it.");
		classes.remove(label);
		changed();
	}

	@Override
	public synchronized CompletableFuture<Void> label(final int[] crops,
		final String label)
	{
		if (!classes.contains(label)) throw new UserFailure("No such class: " +
			label);
		step();
		for (final int crop : crops)
			labels.put(crop, label);
		return changed();
	}

	@Override
	public synchronized CompletableFuture<Void> unlabel(final int[] crops) {
		step();
		for (final int crop : crops)
			labels.remove(crop);
		return changed();
	}

	private void step() {
		undo.push(new TreeMap<>(labels));
		redo.clear();
	}

	private CompletableFuture<Void> changed() {
		listeners.forEach(LabelListener::labelsChanged);
		listeners.forEach(broken ? one -> one.saveFailed("The disk is full.")
			: LabelListener::saved);
		listeners.forEach(LabelListener::predictionsChanged);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public synchronized boolean canUndo() {
		return !undo.isEmpty();
	}

	@Override
	public synchronized boolean canRedo() {
		return !redo.isEmpty();
	}

	@Override
	public synchronized int[] undo() {
		return back(undo, redo);
	}

	@Override
	public synchronized int[] redo() {
		return back(redo, undo);
	}

	private int[] back(final Deque<Map<Integer, String>> from,
		final Deque<Map<Integer, String>> to)
	{
		if (from.isEmpty()) return new int[0];
		final Map<Integer, String> before = new TreeMap<>(labels);
		to.push(before);
		labels.clear();
		labels.putAll(from.pop());
		final int[] crops = IntStream.range(0, size).filter(i -> !Objects.equals(
			before.get(i), labels.get(i))).toArray();
		changed();
		return crops;
	}

	@Override
	public synchronized void putOff(final int[] crops) {
		for (final int crop : crops) {
			putOff.add(crop);
			labels.remove(crop);
		}
		listeners.forEach(LabelListener::predictionsChanged);
	}

	@Override
	public synchronized void putBack() {
		putOff.clear();
	}

	@Override
	public CompletableFuture<Void> settled() {
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public synchronized CropState state(final int crop) {
		final boolean known = labels.size() >= 2;
		return new CropState(Optional.ofNullable(labels.get(crop)), known ? Optional
			.of(classes.get(crop % classes.size())) : Optional.empty(), known ? 1 -
				doubt(crop) / 2 : Float.NaN, known ? doubt(crop) : Float.NaN, Optional
					.empty());
	}

	private float doubt(final int crop) {
		return (float) crop / size;
	}

	@Override
	public synchronized LabelCounts counts() {
		final Map<String, Integer> confirmed = new LinkedHashMap<>();
		final Map<String, Integer> predicted = new LinkedHashMap<>();
		for (final String name : classes) {
			confirmed.put(name, 0);
			predicted.put(name, 0);
		}
		labels.values().forEach(name -> confirmed.merge(name, 1, Integer::sum));
		if (labels.size() >= 2) IntStream.range(0, size).filter(i -> !labels
			.containsKey(i)).forEach(i -> predicted.merge(classes.get(i % classes
				.size()), 1, Integer::sum));
		return new LabelCounts(size, confirmed, predicted, 0, broken ? 1 : 0);
	}

	@Override
	public synchronized int[] order(final CropOrder by) {
		final int[] source = IntStream.range(0, size).toArray();
		return switch (by) {
			case SOURCE, CONFIDENCE, ALIKE -> source;
			case DOUBT -> IntStream.range(0, size).map(i -> size - 1 - i).toArray();
			case CLASS -> Arrays.stream(source).boxed().sorted((a, b) -> Integer
				.compare(a % classes.size(), b % classes.size())).mapToInt(i -> i)
				.toArray();
		};
	}

	@Override
	public synchronized int[] proposals(final int most) {
		return IntStream.range(0, size).filter(i -> i % 7 == 3).filter(this::isOpen)
			.limit(most).toArray();
	}

	private boolean isOpen(final int crop) {
		return !labels.containsKey(crop) && !putOff.contains(crop);
	}

	@Override
	public synchronized List<AlikeCrops> groups() {
		final List<AlikeCrops> groups = new ArrayList<>();
		for (int i = 0; i + GROUP <= Math.min(size, 100); i += GROUP) {
			final int[] crops = IntStream.range(i, i + GROUP).filter(this::isOpen)
				.toArray();
			if (crops.length > 1) groups.add(new AlikeCrops(labels.size() >= 2
				? Optional.of(classes.get(0)) : Optional.empty(), crops, 0.9));
		}
		return groups;
	}

	@Override
	public synchronized LabelForecast forecast() {
		return new LabelForecast(labels.size(), 0.8, 0.7, 0.9, 20, 0.85,
			"About 80 % right now; 20 labels more would bring about 85 %.");
	}

	@Override
	public FeatureStage features() {
		return new FeatureStage(FeatureStage.Kind.RUNNING, size / 2, size, "");
	}

	@Override
	public void cancelFeatures() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void resumeFeatures() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Path file() {
		return Path.of("cells.labels.csv");
	}

	@Override
	public AnnotatorAgreement compareWith(final Path other) {
		return new AnnotatorAgreement(10, 1, 2, 8, 0.7, 0.5, 0.9, List.of());
	}

	@Override
	public ExportedCrops exportFolders(final Path folder,
		final Optional<Double> leastProbability, final Progress progress)
	{
		throw new UnsupportedOperationException();
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
		if (broken) throw new IOException("The disk is full.");
	}

	@Override
	public void close() {
		closed = true;
	}
}
