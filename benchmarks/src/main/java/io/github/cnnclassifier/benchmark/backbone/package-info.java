/**
 * How the backbone in the jar is made: {@link PretrainBackbone}.
 */

package io.github.cnnclassifier.benchmark.backbone;
