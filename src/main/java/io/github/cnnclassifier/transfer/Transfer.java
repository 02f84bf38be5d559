
package io.github.cnnclassifier.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/**
 * The network of a child: the layers of its parent, under a new last layer. An
 * image with as many channels as the parent's goes through them as it did
 * there. For any other number of channels the image is a bag of channels: each
 * goes alone through a parent of one channel, and the features are joined in
 * stored order. A parent of several channels becomes one of one channel by the
 * sum of its first kernels over the channels, which is its answer to an image
 * with this channel in place of each.
 * <p>
 * Immutable and thread-safe.
 */
public final class Transfer {

	private final NetworkSpec spec;
	private final Weights weights;
	private final Set<String> inherited;

	private Transfer(final NetworkSpec spec, final Weights weights,
		final Set<String> inherited)
	{
		this.spec = spec;
		this.weights = weights;
		this.inherited = inherited;
	}

	/**
	 * The head is all zero, so that all classes are equally probable.
	 *
	 * @param parent any
	 * @param input of the child
	 * @param classes of the child, at least 2
	 * @return its network with the parent's weights
	 * @throws UserFailure if the parent's layers do not allow that input
	 */
	public static Transfer of(final Parent parent, final InputShape input,
		final int classes)
	{
		return of(parent, input, classes, false);
	}

	/**
	 * A network of a bag of channels that can meet: in front of it stands a 1x1
	 * convolution, which gives the channels as they are and, as one more member
	 * of the bag, their mean, until it learns otherwise. Where there is no bag,
	 * it is the same network.
	 *
	 * @param parent any
	 * @param input of the child
	 * @param classes of the child, at least 2
	 * @return its first features are those of {@link #of}, until its weights
	 *         change
	 * @throws UserFailure if the parent's layers do not allow that input
	 */
	public static Transfer mixing(final Parent parent, final InputShape input,
		final int classes)
	{
		return of(parent, input, classes, true);
	}

	private static Transfer of(final Parent parent, final InputShape input,
		final int classes, final boolean mixing)
	{
		final NetworkSpec old = parent.classifier().networkSpec();
		final int channels = input.channels();
		final boolean apart = channels != old.input().channels();
		final List<LayerSpec> layers = new ArrayList<>();
		final boolean mixed = mixing && apart && channels > 1;
		if (mixed) layers.add(new Conv(channels + 1, 1, 1, 0, false));
		layers.addAll(apart ? apart(old.architecture().layers(), channels) : body(
			old.architecture().layers()));
		layers.add(new Dense(0));
		final NetworkSpec spec = new NetworkSpec(new Architecture(old.architecture()
			.name(), layers), input, classes);
		final NetworkPlan plan = NetworkPlan.of(spec);
		final List<ParameterShape> shapes = plan.parameters();
		final int first = mixed ? 1 : 0;
		final List<Tensor> tensors = new ArrayList<>();
		if (mixed) tensors.add(channelsAndMean(shapes.get(0)));
		final Set<String> inherited = new LinkedHashSet<>();
		final Iterator<Tensor> given = given(parent, apart).iterator();
		for (final ParameterShape shape : shapes.subList(first, shapes.size() -
			2))
		{
			tensors.add(fitted(parent, given.next(), shape));
			inherited.add(shape.name());
		}
		tensors.addAll(head(shapes));
		return new Transfer(spec, new Weights(tensors), inherited);
	}

	/** All but the last layer. */
	private static List<LayerSpec> body(final List<LayerSpec> layers) {
		return layers.subList(0, layers.size() - 1);
	}

	private static List<Tensor> given(final Parent parent, final boolean apart) {
		final NetworkSpec old = parent.classifier().networkSpec();
		final List<Tensor> all = parent.classifier().weights().tensors();
		if (!apart) return all;
		final long skipped = NetworkPlan.of(old).steps().stream().limit(behindSplit(
			old.architecture().layers())).flatMap(Step::leaves).mapToLong(s -> s
				.parameters().size()).sum();
		return all.subList((int) skipped, all.size());
	}

	/** What a parent with a bag of channels does with each of them. */
	private static List<LayerSpec> apart(final List<LayerSpec> layers,
		final int channels)
	{
		final List<LayerSpec> alone = body(layers).stream().skip(behindSplit(
			layers)).filter(l -> !(l instanceof JoinChannels)).toList();
		if (channels == 1) return alone;
		final List<LayerSpec> bag = new ArrayList<>();
		bag.add(new SplitChannels());
		bag.addAll(alone);
		bag.add(new JoinChannels());
		return bag;
	}

	/** @return how many layers come before those of a single channel */
	private static int behindSplit(final List<LayerSpec> layers) {
		return layers.indexOf(new SplitChannels()) + 1;
	}

	private static Tensor channelsAndMean(final ParameterShape shape) {
		final int channels = shape.shape()[1];
		final float[] data = new float[(channels + 1) * channels];
		for (int c = 0; c < channels; c++) {
			data[c * channels + c] = 1;
			data[channels * channels + c] = 1f / channels;
		}
		return new Tensor(shape.name(), shape.shape(), data);
	}

	private static List<Tensor> head(final List<ParameterShape> shapes) {
		return shapes.subList(shapes.size() - 2, shapes.size()).stream().map(
			s -> new Tensor(s.name(), s.shape(), new float[Arrays.stream(s.shape())
				.reduce(1, (a, b) -> a * b)])).toList();
	}

	private static Tensor fitted(final Parent parent, final Tensor given,
		final ParameterShape wanted)
	{
		final int[] from = given.shape();
		final int[] to = wanted.shape();
		if (Arrays.equals(from, to)) return new Tensor(wanted.name(), to, given
			.data());
		if (from.length == 4 && to.length == 4 && from[0] == to[0] && to[1] == 1 &&
			from[2] == to[2] && from[3] == to[3]) return new Tensor(wanted.name(), to,
				summed(given));
		throw new UserFailure("The network of '" + parent.name() +
			"' is bound to " + "the size of its images: " + wanted.name() +
			" has the shape " + Arrays.toString(from) + " there, and " + Arrays
				.toString(to) +
			" would be needed. Leave out width and height, so that images get its size.");
	}

	private static float[] summed(final Tensor kernels) {
		final int area = kernels.shape()[2] * kernels.shape()[3];
		final int channels = kernels.shape()[1];
		final float[] sums = new float[kernels.shape()[0] * area];
		for (int i = 0; i < kernels.data().length; i++)
			sums[i / (area * channels) * area + i % area] += kernels.data()[i];
		return sums;
	}

	/** @return what the network is */
	public NetworkSpec spec() {
		return spec;
	}

	/** @return all weights of it; those of the last layer are 0 */
	public Weights weights() {
		return weights;
	}

	/** @return names of the weights that come from the parent */
	public Set<String> inherited() {
		return inherited;
	}

	/**
	 * @param head of F features, with as many classes
	 * @return all weights of the network with that head
	 * @throws IllegalArgumentException if the head does not fit
	 */
	public Weights with(final LinearHead head) {
		final List<Tensor> tensors = new ArrayList<>(weights.tensors());
		final int last = tensors.size() - 1;
		final Tensor weight = tensors.get(last - 1);
		final Tensor bias = tensors.get(last);
		tensors.set(last - 1, new Tensor(weight.name(), weight.shape(), head
			.weight()));
		tensors.set(last, new Tensor(bias.name(), bias.shape(), head.bias()));
		return new Weights(tensors);
	}

	/**
	 * @param others weights of a network of the same parent and classes, whose
	 *          last layer was trained
	 * @return all weights of this network with that last layer; features that the
	 *         other one has not count 0
	 * @throws IllegalArgumentException if it does not fit
	 */
	public Weights withHeadOf(final Weights others) {
		final List<Tensor> tensors = new ArrayList<>(weights.tensors());
		final int last = tensors.size() - 1;
		for (int i = last - 1; i <= last; i++) {
			final Tensor own = tensors.get(i);
			tensors.set(i, new Tensor(own.name(), own.shape(), Arrays.copyOf(others
				.get(own.name()).data(), own.data().length)));
		}
		return new Weights(tensors);
	}
}
