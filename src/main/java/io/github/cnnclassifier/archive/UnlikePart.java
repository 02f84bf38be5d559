
package io.github.cnnclassifier.archive;

import java.util.Arrays;
import java.util.Optional;

import com.google.gson.JsonObject;

import io.github.cnnclassifier.model.Cloud;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.PictureStatistics;
import io.github.cnnclassifier.model.UnlikeScore;

/**
 * What tells how unlike its training images an image is: what classifier.json
 * says of it, beside the numbers in a part of their own.
 *
 * @param directions of the features
 * @param centers of the features
 * @param statisticsDirections of the statistics
 * @param statisticsCenters of the statistics
 * @param featureLimit as {@link UnlikeScore} has it
 * @param restLimit as {@link UnlikeScore} has it
 * @param statisticsLimit as {@link UnlikeScore} has it
 */
record UnlikePart(int directions, int centers, int statisticsDirections,
		int statisticsCenters, double featureLimit, double restLimit,
		double statisticsLimit)
{

	/** The first format that knows of it. */
	static final int FORMAT = 5;

	private static final String FIELD = "unlike";
	private static final String DIRECTIONS = "directions";
	private static final String CENTERS = "centers";
	private static final String STATISTICS_DIRECTIONS = "statisticsDirections";
	private static final String STATISTICS_CENTERS = "statisticsCenters";
	private static final String FEATURE_LIMIT = "featureLimit";
	private static final String REST_LIMIT = "restLimit";
	private static final String STATISTICS_LIMIT = "statisticsLimit";

	/** @param description gets the field */
	static void write(final UnlikeScore score, final JsonObject description) {
		final JsonObject json = new JsonObject();
		json.addProperty(DIRECTIONS, score.features().directionCount());
		json.addProperty(CENTERS, score.features().centerCount());
		json.addProperty(STATISTICS_DIRECTIONS, score.statistics()
			.directionCount());
		json.addProperty(STATISTICS_CENTERS, score.statistics().centerCount());
		// as doubles, which give the same floats again
		json.addProperty(FEATURE_LIMIT, (double) score.featureLimit());
		json.addProperty(REST_LIMIT, (double) score.restLimit());
		json.addProperty(STATISTICS_LIMIT, (double) score.statisticsLimit());
		description.add(FIELD, json);
	}

	/**
	 * @param description classifier.json
	 * @param format of it
	 * @return what it says of this part; empty if there is none
	 * @throws InvalidModel if it says what cannot be
	 */
	static Optional<UnlikePart> read(final JsonFields description,
		final int format) throws InvalidModel
	{
		if (description.isNull(FIELD)) return Optional.empty();
		if (format < FORMAT) throw InvalidModel.damaged(ModelZip.DESCRIPTION,
			FIELD + " is set, which format " + format + " does not know");
		final JsonFields json = description.fields(FIELD);
		return Optional.of(new UnlikePart(json.whole(DIRECTIONS, 1,
			Cloud.MOST_DIRECTIONS), json.whole(CENTERS, 1, Limits.CLASSES), json
				.whole(STATISTICS_DIRECTIONS, 1, Cloud.MOST_DIRECTIONS), json.whole(
					STATISTICS_CENTERS, 1, Limits.CLASSES), json.number(FEATURE_LIMIT),
			json.number(REST_LIMIT), json.number(STATISTICS_LIMIT)));
	}

	/** @return the content of the part */
	static byte[] numbers(final UnlikeScore score) {
		final float[] all = new float[score.size()];
		int at = 0;
		for (final Cloud cloud : new Cloud[] { score.features(), score
			.statistics() })
		{
			for (final float[] some : new float[][] { cloud.origin(), cloud
				.directions(), cloud.centers() })
			{
				System.arraycopy(some, 0, all, at, some.length);
				at += some.length;
			}
		}
		return Npy.write(all, 1, all.length);
	}

	/**
	 * @param numbers the content of the part
	 * @param plan of the network whose features it is about
	 * @return what tells how unlike an image is
	 * @throws InvalidModel if the numbers are not those that were told
	 */
	UnlikeScore score(final byte[] numbers, final NetworkPlan plan)
		throws InvalidModel
	{
		final int features = plan.featureCount();
		final int statistics = new PictureStatistics(plan.spec().input()).length();
		final long size = size(features, directions, centers) + size(statistics,
			statisticsDirections, statisticsCenters);
		if (size > UnlikeScore.MOST_NUMBERS) throw InvalidModel.damaged(
			ModelZip.DESCRIPTION, FIELD + " asks for " + size + " numbers, at most " +
				UnlikeScore.MOST_NUMBERS + " are allowed");
		final float[] all = Npy.read(ModelZip.UNLIKE, numbers, 1, (int) size);
		try {
			final int second = (int) size(features, directions, centers);
			return new UnlikeScore(cloud(all, 0, features, directions, centers),
				cloud(all, second, statistics, statisticsDirections, statisticsCenters),
				(float) featureLimit, (float) restLimit, (float) statisticsLimit);
		}
		// the values refuse what is impossible; here it came from a file
		catch (final IllegalArgumentException e) {
			throw new InvalidModel(InvalidModel.damaged(ModelZip.UNLIKE, e
				.getMessage()).getMessage(), e);
		}
	}

	private static long size(final int length, final int directions,
		final int centers)
	{
		return (1L + directions) * length + (long) directions * centers;
	}

	private static Cloud cloud(final float[] all, final int from,
		final int length, final int directions, final int centers)
	{
		final int second = from + length;
		final int third = second + directions * length;
		return new Cloud(Arrays.copyOfRange(all, from, second), Arrays.copyOfRange(
			all, second, third), Arrays.copyOfRange(all, third, third + directions *
				centers));
	}
}
