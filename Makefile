# make run · test · lint · format · bench · fuzz · install
SWIFT ?= swift
SAMPLE := workspaces/sample-2024
SWIFT_FILES := Package.swift Sources Plugins Tests Fuzz Benchmarks
PREFIX ?= /usr/local

# `swift build --product` makes one product alone: the workbench, and a library for each plugin with code.
BUILD_RELEASE = set -e; for product in dudao $(LIBRARIES); do $(SWIFT) build -c release --product $$product; done
LIBRARIES := $(shell sed -n 's/^library: *\([A-Za-z0-9]*\) *$$/\1/p' Plugins/*/plugin.yaml)

.PHONY: run test lint format bench fuzz install packages

## Opens the sample workspace; without a terminal runs its main script instead.
run: packages
	$(BUILD_RELEASE)
	Tools/run-sample "$$($(SWIFT) build -c release --show-bin-path)/dudao" $(SAMPLE)

## Every test. Some results are compared with what Python works out, papers are opened and printed by other programs.
test: packages
	@Tools/packages python3 python3-docx weasyprint libreoffice-writer poppler-utils gnuplot-nox fonts-noto-cjk \
	  fonts-arphic-gkai00mp
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

## Formatting, strictly. Warnings are errors in every target of the manifests.
lint:
	$(SWIFT) format lint --strict --parallel --recursive $(wildcard $(SWIFT_FILES))

format:
	$(SWIFT) format --in-place --parallel --recursive $(wildcard $(SWIFT_FILES))

packages:
	@Tools/packages

## Lays the release out under PREFIX (default /usr/local).
install: packages
	$(BUILD_RELEASE)
	Tools/install "$$($(SWIFT) build -c release --show-bin-path)" "$(DESTDIR)$(PREFIX)"

## Ratios to peers, measured in one run (some minutes).
bench: packages
	$(BUILD_RELEASE)
	Benchmarks/run "$$($(SWIFT) build -c release --show-bin-path)/dudao" "$(CURDIR)/$(SAMPLE)" $(ROUNDS)

## Every fuzz target for SECONDS each.
SECONDS ?= 60
fuzz: packages
	Fuzz/run $(SECONDS)
