
package io.github.cnnclassifier.workflow.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled images that anybody may fetch, as the four IDX files of MNIST and
 * its relatives.
 *
 * @param name permanent, for the key
 * @param title for people
 * @param about what the classes are, who made it and the licence, a sentence
 * @param addresses of folders with the files, tried in this order; each ends
 *          with a slash
 * @param files to fetch
 */
record PublicDataset(String name, String title, String about,
		List<URI> addresses, List<PublicFile> files)
{

	private static final List<String> NAMES = List.of(
		"train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz",
		"t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz");

	/** Where the check sums come from is in docs/data. */
	static List<PublicDataset> known() {
		return List.of(mnist(), fashion(), kuzushiji());
	}

	private static PublicDataset mnist() {
		final List<URI> addresses = addresses(
			"https://ossci-datasets.s3.amazonaws.com/mnist/",
			"https://storage.googleapis.com/cvdf-datasets/mnist/");
		return new PublicDataset("mnist", "MNIST",
			"Handwritten digits; LeCun, Cortes and Burges, CC BY-SA 3.0.", addresses,
			List.of(file(0, "f68b3c2dcbeaaa9fbdd348bbdeb94873",
				"6bbc9ace898e44ae57da46a324031adb"), file(1,
					"d53e105ee54ea40749a09fcbcd1e9432",
					"a25bea736e30d166cdddb491f175f624"), file(2,
						"9fb629c4189551a2d022fa330f9573f3",
						"2646ac647ad5339dbf082846283269ea"), file(3,
							"ec29112dd5afa0611ce80d1b7f02629c",
							"27ae3e4e09519cfbb04c329615203637")));
	}

	private static PublicDataset fashion() {
		final List<URI> addresses = addresses(
			"http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
			"https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/" +
				"master/data/fashion/");
		return new PublicDataset("fashion-mnist", "Fashion-MNIST",
			"Clothes: 0 T-shirt/top, 1 trouser, 2 pullover, 3 dress, 4 coat, " +
				"5 sandal, 6 shirt, 7 sneaker, 8 bag, 9 ankle boot; Zalando " +
				"Research, MIT licence.", addresses, List.of(file(0,
					"8d4fb7e6c68d591d4c3dfef9ec88bf0d",
					"f4a8712d7a061bf5bd6d2ca38dc4d50a"), file(1,
						"25c81989df183df01b3e8a0aad5dffbe",
						"9018921c3c673c538a1fc5bad174d6f9"), file(2,
							"bef4ecab320f06d8554ea6380940ec79",
							"8181f5470baa50b63fa0f6fddb340f0a"), file(3,
								"bb300cfdad3c16e7a12a480ee83cd310",
								"15d484375f8d13e6eb1aabb0c3f46965")));
	}

	private static PublicDataset kuzushiji() {
		final List<URI> addresses = addresses(
			"http://codh.rois.ac.jp/kmnist/dataset/kmnist/");
		return new PublicDataset("kmnist", "Kuzushiji-MNIST",
			"Cursive Japanese: 0 o, 1 ki, 2 su, 3 tsu, 4 na, 5 ha, 6 ma, 7 ya, " +
				"8 re, 9 wo; KMNIST Dataset (created by CODH), adapted from " +
				"Kuzushiji Dataset (created by NIJL and others), " +
				"doi:10.20676/00000341, CC BY-SA 4.0.", addresses, List.of(file(0,
					"bdb82020997e1d708af4cf47b453dcf7", null), file(1,
						"e144d726b3acfaa3e44228e80efcd344", null), file(2,
							"5c965bf0a639b31b8f53240b1b52f4d7", null), file(3,
								"7320c461ea6c1c855c0b718fb2a4b134", null)));
	}

	private static List<URI> addresses(final String... addresses) {
		return Arrays.stream(addresses).map(URI::create).toList();
	}

	private static PublicFile file(final int i, final String packedMd5,
		final String contentMd5)
	{
		return new PublicFile(NAMES.get(i), packedMd5, contentMd5);
	}
}
