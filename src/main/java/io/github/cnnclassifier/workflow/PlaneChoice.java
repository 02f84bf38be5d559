
package io.github.cnnclassifier.workflow;

import java.nio.file.Path;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;

/** What becomes of stacks: as the user says, else as the model says. */
public final class PlaneChoice {

	private PlaneChoice() {}

	/**
	 * @param planes "auto" or the label of a policy
	 * @return the policy; null for "auto"
	 * @throws WrongUsage if it is neither
	 */
	public static PlanePolicy parse(final String planes) {
		return planes.equals(InputOverrides.AUTO) ? null : PlanePolicy.parse(
			planes);
	}

	/**
	 * @param wish of the user; null for none
	 * @param model of the model; null if it is older than plane policies
	 * @return what becomes of files; null where a stack is an error, as it always
	 *         was for such a model
	 */
	static PlanePolicy forFiles(final PlanePolicy wish, final PlanePolicy model) {
		return wish != null ? wish : model;
	}

	/**
	 * Who looks at one plane of a stack asks for this plane, unless the model
	 * learned from whole stacks.
	 *
	 * @param wish of the user; null for none
	 * @param model the model file or the name of a shipped model
	 * @return what becomes of an open image
	 * @throws UserFailure if the model is asked and cannot be used
	 */
	public static PlanePolicy forOpenImage(final PlanePolicy wish,
		final Path model)
	{
		return wish != null ? wish : forOpenImage(OpenModel.describe(model)
			.planes());
	}

	/**
	 * @param learned what became of stacks in the training of a model; null if
	 *          the model is older than plane policies
	 * @return what becomes of an open image if the user has no wish
	 */
	public static PlanePolicy forOpenImage(final PlanePolicy learned) {
		return learned == null || learned == PlanePolicy.EACH ? PlanePolicy.CURRENT
			: learned;
	}

	/**
	 * @param wish of the user; null for none
	 * @param model the model file or the name of a shipped model
	 * @return what becomes of an open image whose network input is shown: the
	 *         current plane where planes are classified one by one
	 * @throws WrongUsage if the wish is more than one image
	 * @throws UserFailure if the model is asked and cannot be used
	 */
	public static PlanePolicy forOneInput(final PlanePolicy wish,
		final Path model)
	{
		if (wish != null && !wish.isSingle()) throw new WrongUsage(
			"Expected planes to be auto, current, middle, maximum or mean, which " +
				"make one image of a stack, found '" + wish.label() +
				"'. Show the plane that you want to see and use planes=current.");
		final PlanePolicy policy = forOpenImage(wish, model);
		return policy.isSingle() ? policy : PlanePolicy.CURRENT;
	}
}
